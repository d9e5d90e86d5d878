package dev.quollama.support;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.endless;
import static dev.quollama.support.OllamaSteps.errorLine;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.delimitedByClose;
import static dev.quollama.support.WireSteps.endStream;
import static dev.quollama.support.WireSteps.halfClose;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.opens;
import static dev.quollama.support.WireSteps.reset;
import static dev.quollama.support.WireSteps.send;
import static dev.quollama.support.WireSteps.splitEvery;
import static dev.quollama.support.WireSteps.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptedOllamaTest {

    private static final String CHAT =
            "{\"model\":\"tiny\",\"messages\":[{\"role\":\"user\",\"content\":\"h\u00e9\"}]}";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<Socket> sockets = new ArrayList<>();
    private ScriptedOllama ollama;

    @BeforeEach
    void start() throws IOException {
        ollama = ScriptedOllama.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        ollama.close();
    }

    @Test
    void listsModelsWithoutAnyScript() throws IOException {
        String response = exchange("GET /api/tags HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(response.startsWith("HTTP/1.1 200 OK\r\n"), response);
        assertTrue(response.contains("\"name\":\"llama3.2:latest\""), response);
    }

    @Test
    void answersAnUnknownPathAsOllamaDoes() throws IOException {
        String response = exchange("GET /nope HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(response.startsWith("HTTP/1.1 404 Not Found\r\n"), response);
        assertTrue(response.endsWith("404 page not found"), response);
    }

    @Test
    void reportsWhatWasAsked() throws Exception {
        ask();
        ReceivedRequest request = ollama.takeChat().request();
        assertEquals("application/json", request.header("content-TYPE"));
        assertEquals("tiny", request.json().path("model").asText());
        assertEquals("h\u00e9", request.json().at("/messages/0/content").asText());
    }

    @Test
    void readsARequestInChunks() throws Exception {
        Socket socket = connect();
        write(socket, "POST /api/chat HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"model\":\r\n3\r\n\"t\"");
        write(socket, "\r\n1\r\n}\r\n0\r\n\r\n");
        assertEquals("{\"model\":\"t\"}", ollama.takeChat().request().body());
    }

    @Test
    void sendsTheHeadWithTheFirstLineAndEachLineInAChunkOfItsOwn() throws Exception {
        ollama.enqueue(Script.of(thinking("hm"), content("a<b"), done()));
        String response = readToEnd(askAndClose());
        String[] chunks = response.split("\r\n\r\n", 2)[1].split("\r\n");
        assertTrue(response.contains("Content-Type: application/x-ndjson\r\n"), response);
        assertTrue(chunks[1].endsWith(
                "\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"hm\"},\"done\":false}\n"));
        assertTrue(chunks[3].startsWith("{\"model\":\"tiny\",\"created_at\":\""), chunks[3]);
        assertTrue(chunks[3].contains("\"content\":\"a\\u003cb\""), chunks[3]);
        assertTrue(chunks[5].contains("\"done\":true,\"done_reason\":\"stop\""), chunks[5]);
        assertTrue(chunks[5].contains("\"eval_count\":2,"), chunks[5]);
        assertEquals("0", chunks[6]);
    }

    @Test
    void playsQueuedScriptsInTurnAndThenTheDefault() throws Exception {
        ollama.enqueue(answer("one"), failure(404, "model 'tiny' not found"));
        assertTrue(readToEnd(askAndClose()).contains("one"));
        assertTrue(readToEnd(askAndClose()).endsWith("\r\n\r\n{\"error\":\"model 'tiny' not found\"}"));
        assertTrue(readToEnd(askAndClose()).contains(" script"));
    }

    @Test
    void endsAStreamWithAnErrorLine() throws Exception {
        ollama.enqueue(Script.of(content("Hel"), errorLine("boom")));
        assertTrue(readToEnd(askAndClose()).endsWith("{\"error\":\"boom\"}\n\r\n0\r\n\r\n"));
    }

    @Test
    void endsAStreamOnlyOnce() throws Exception {
        ollama.enqueue(Script.of(answer("Hello"), endStream()));
        assertTrue(readToEnd(askAndClose()).endsWith("}\n\r\n0\r\n\r\n"));
    }

    @Test
    void framesByTheConnectionsEndWhenTold() throws Exception {
        ollama.enqueue(Script.of(delimitedByClose(), answer("Hello")));
        String response = readToEnd(ask());
        assertFalse(response.contains("chunked"), response);
        assertTrue(response.split("\r\n\r\n", 2)[1].startsWith("{\"model\""), response);
    }

    @Test
    void sendsExactBytesOneByOne() throws Exception {
        ollama.enqueue(Script.of(splitEvery(1), send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u00e9")));
        assertEquals("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u00e9", readToEnd(askAndClose()));
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws Exception {
        Socket socket = connect();
        write(socket, chatRequest("keep-alive"));
        Exchange first = ollama.takeChat();
        first.played().get();
        write(socket, chatRequest("keep-alive"));
        ollama.takeChat();
        assertEquals(1, ollama.openConnections());
        assertFalse(first.peerGone().isDone());
    }

    @Test
    void waitsAtAGateUntilTheTestOpensIt() throws Exception {
        Gate reached = new Gate();
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("Hel"), opens(reached), until(gate), content("lo"), done()));
        Socket socket = askAndClose();
        reached.await(SOON);
        Exchange chat = ollama.takeChat();
        assertFalse(chat.played().isDone());
        gate.open();
        assertTrue(readToEnd(socket).contains("\"lo\""));
    }

    @Test
    void noticesAPeersFinAtOnceWhileItIsSilent() throws Exception {
        ollama.enqueue(hang());
        Socket socket = ask();
        Exchange chat = ollama.takeChat();
        long before = System.nanoTime();
        socket.close();
        assertTrue(chat.awaitPeerGone(SOON) >= before);
        chat.played().get();
        await().until(() -> ollama.openConnections() == 0);
    }

    @Test
    void noticesAPeersResetWhileItIsWritingWithoutBeingRead() throws Exception {
        ollama.enqueue(endless(Duration.ZERO));
        Socket socket = ask();
        Exchange chat = ollama.takeChat();
        await().until(() -> chat.bytesSent() > Port.SEND_BUFFER_BYTES);
        socket.setSoLinger(true, 0);
        socket.close();
        chat.awaitPeerGone(SOON);
        chat.played().get();
    }

    @Test
    void doesNotTakeItsOwnEndForThePeers() throws Exception {
        ollama.enqueue(WireSteps.close());
        Socket socket = ask();
        assertEquals(-1, socket.getInputStream().read());
        Exchange chat = ollama.takeChat();
        assertThrows(ExecutionException.class, () -> chat.peerGone().get());
    }

    @Test
    void resetsInTheMiddleOfALine() throws Exception {
        Gate received = new Gate();
        ollama.enqueue(Script.of(content("Hello"), until(received), reset()));
        Socket socket = ask();
        socket.getInputStream().read();
        received.open();
        assertThrows(SocketException.class, () -> readToEnd(socket));
    }

    @Test
    void halfClosesAndStillNoticesThatThePeerLeaves() throws Exception {
        ollama.enqueue(Script.of(content("Hello"), halfClose(), hang()));
        Socket socket = ask();
        assertTrue(readToEnd(socket).contains("Hello"));
        Exchange chat = ollama.takeChat();
        assertFalse(chat.peerGone().isDone());
        socket.close();
        chat.awaitPeerGone(SOON);
    }

    @Test
    void takesOverAConnectionBeforeTheRequest() throws Exception {
        ollama.enqueueConnection(reset());
        Socket socket = connect();
        assertThrows(SocketException.class, () -> socket.getInputStream().read());
    }

    @Test
    void refusesWhileDownAndComesUpOnTheSamePort() throws Exception {
        ollama.goDown();
        assertThrows(ConnectException.class, this::connect);
        ollama.comeUp();
        assertTrue(readToEnd(askAndClose()).contains("Hello"));
    }

    @Test
    void forgetsEverythingOnReset() throws Exception {
        ollama.on("GET", "/api/tags", failure(500, "no"));
        ollama.enqueue(hang());
        ask();
        ollama.takeChat();
        ollama.goDown();
        ollama.reset();
        assertEquals(0, ollama.openConnections());
        assertTrue(ollama.exchanges().isEmpty());
        assertTrue(
                exchange("GET /api/tags HTTP/1.1\r\nConnection: close\r\n\r\n").contains("models"));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", ollama.port());
        socket.setSoTimeout((int) SOON.toMillis());
        sockets.add(socket);
        return socket;
    }

    private Socket ask() throws IOException {
        Socket socket = connect();
        write(socket, chatRequest("keep-alive"));
        return socket;
    }

    private Socket askAndClose() throws IOException {
        Socket socket = connect();
        write(socket, chatRequest("close"));
        return socket;
    }

    private static String chatRequest(String connection) {
        return "POST /api/chat HTTP/1.1\r\nContent-Type: application/json\r\nConnection: " + connection
                + "\r\nContent-Length: " + CHAT.getBytes(UTF_8).length + "\r\n\r\n" + CHAT;
    }

    private String exchange(String request) throws IOException {
        Socket socket = connect();
        write(socket, request);
        return readToEnd(socket);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String readToEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
}
