package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    @Test
    void tellsHeadAndBodyApart() throws IOException {
        Recording recording = Recording.read("chat-unknown-model-404");
        assertEquals(404, recording.status());
        assertEquals("application/json; charset=utf-8", recording.header("content-type"));
        assertEquals("{\"error\":\"model 'nope' not found\"}", recording.text());
    }

    @Test
    void keepsEveryByteOfABody() throws IOException {
        Recording recording = Recording.read("tags-empty");
        assertEquals(recording.header("Content-Length"), String.valueOf(recording.body().length));
    }

    @Test
    void listsByTheBeginningOfTheName() throws IOException {
        assertTrue(Recording.names("chat-think-").contains("chat-think-true-stream"));
        assertFalse(Recording.names("chat-think-").contains("tags"));
        assertTrue(SegmentRecording.names("midstream-").contains("midstream-runner-killed"));
    }

    @Test
    void readsSegmentsWithTheirTimes() throws IOException {
        SegmentRecording recording = SegmentRecording.read("midstream-runner-killed");
        assertEquals(10, recording.segments().size());
        assertEquals(2098.6, recording.segments().get(0).millis());
        assertTrue(new String(recording.bytes(), UTF_8).endsWith("unexpected EOF\"}\n\r\n0\r\n\r\n"));
        assertFalse(recording.cut());
    }

    @Test
    void readsBytesOutsideAscii() throws IOException {
        String response =
                new String(SegmentRecording.read("delete-while-streaming").bytes(), UTF_8);
        assertTrue(response.contains("\"content\":\"\ud83d\ude00\""));
    }

    @Test
    void takesTheChunkFramingOffSegments() throws IOException {
        String[] lines =
                SegmentRecording.read("midstream-server-sigkill").text().split("\n");
        assertEquals(5, lines.length);
        assertTrue(lines[4].endsWith("\"content\":\" fact\"},\"done\":false}"), lines[4]);
    }

    @Test
    void knowsWhichStreamsWereCut() throws IOException {
        assertTrue(SegmentRecording.read("midstream-server-sigkill").cut());
    }

    @Test
    void replaysAStreamInAChunkALine() throws IOException {
        String replayed = new String(played(Recording.read("chat-stream-null").replay()), UTF_8);
        String[] lines = Recording.read("chat-stream-null").text().split("(?<=\n)");
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            body.append(Integer.toHexString(line.length()))
                    .append("\r\n")
                    .append(line)
                    .append("\r\n");
        }
        assertEquals(body + "0\r\n\r\n", replayed.split("\r\n\r\n", 2)[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "http10-chat-stream", "origin-evil-post-403"})
    void replaysABodyByItsLengthOrTheConnectionsEnd(String name) throws IOException {
        assertArrayEquals(
                Files.readAllBytes(Recording.folder().resolve(name + ".http")),
                played(Recording.read(name).replay()));
    }

    @Test
    void replaysSegmentsUpToTheCut() throws IOException {
        SegmentRecording recording = SegmentRecording.read("midstream-server-sigkill");
        assertArrayEquals(recording.bytes(), played(recording.replay()));
    }

    /** What a client gets that asks a scripted Ollama for it. */
    private static byte[] played(Script script) throws IOException {
        try (ScriptedOllama ollama = ScriptedOllama.start();
                Socket socket = new Socket("127.0.0.1", ollama.port())) {
            ollama.on("GET", "/it", script);
            socket.getOutputStream().write("GET /it HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            return socket.getInputStream().readAllBytes();
        }
    }
}
