package dev.quollama.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A response as it arrived, segment by segment: {@code NAME.segments.txt} in {@code src/test/resources/ollama-wire}.
 *
 * @param name the file's name without its ending
 * @param segments what each read from the socket gave, head and chunk framing included
 * @param cut whether the connection ended before the response did
 */
public record SegmentRecording(String name, List<Segment> segments, boolean cut) {

    private static final String ENDING = ".segments.txt";

    /**
     * What one read gave.
     *
     * @param millis since the request
     * @param bytes exactly what came
     */
    public record Segment(double millis, byte[] bytes) {}

    /** Reads the recording of this name. */
    public static SegmentRecording read(String name) throws IOException {
        Path file = Recording.folder().resolve(name + ENDING);
        List<Segment> segments = new ArrayList<>();
        boolean cut = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                cut |= line.contains("ended: FIN");
            } else if (!line.isBlank()) {
                segments.add(segment(line));
            }
        }
        return new SegmentRecording(name, List.copyOf(segments), cut);
    }

    /** The names of all recordings that begin so, in alphabetical order. */
    public static List<String> names(String prefix) throws IOException {
        return Recording.names(prefix, ENDING);
    }

    /** All bytes in a row. */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        segments.forEach(segment -> all.writeBytes(segment.bytes()));
        return all.toByteArray();
    }

    /** The body without its chunk framing, as text; a chunk that was cut is left out. */
    public String text() {
        String response = new String(bytes(), ISO_8859_1);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = response.indexOf("\r\n\r\n") + 4;
        for (int sizeEnd = response.indexOf("\r\n", at); sizeEnd > 0; sizeEnd = response.indexOf("\r\n", at)) {
            int size = Integer.parseInt(response.substring(at, sizeEnd), 16);
            at = sizeEnd + 2 + size + 2;
            if (at <= response.length()) {
                body.writeBytes(response.substring(sizeEnd + 2, at - 2).getBytes(ISO_8859_1));
            }
        }
        return body.toString(UTF_8);
    }

    /** Plays it again, segment by segment without the waits between them, and closes where the recording was cut. */
    public Script replay() {
        List<Script> steps = new ArrayList<>();
        segments.forEach(segment -> steps.add(WireSteps.send(segment.bytes())));
        if (cut) {
            steps.add(WireSteps.close());
        }
        return Script.of(steps);
    }

    /** A line such as {@code 2098.6 252 b'HTTP/1.1 200 OK\r\n…'}: milliseconds, number of bytes, bytes. */
    private static Segment segment(String line) throws IOException {
        String[] fields = line.strip().split("\\s+", 3);
        byte[] bytes = unquoted(fields[2]);
        if (bytes.length != Integer.parseInt(fields[1])) {
            throw new IOException("The line tells " + fields[1] + " bytes and has " + bytes.length + ": " + line);
        }
        return new Segment(Double.parseDouble(fields[0]), bytes);
    }

    /** The bytes of a Python literal, quotes and the {@code b} before them included. */
    private static byte[] unquoted(String literal) {
        byte[] text = literal.getBytes(US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 2; i < text.length - 1; i++) {
            if (text[i] != '\\') {
                bytes.write(text[i]);
            } else if (text[++i] == 'x') {
                bytes.write(Integer.parseInt(literal.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(escaped(text[i]));
            }
        }
        return bytes.toByteArray();
    }

    private static int escaped(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
