package dev.quollama.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recorded response: {@code NAME.http} in {@code src/test/resources/ollama-wire}.
 *
 * @param name the file's name without its ending
 * @param statusLine such as {@code HTTP/1.1 200 OK}
 * @param headers the header lines in their order
 * @param body the body without chunk framing
 */
public record Recording(String name, String statusLine, List<String> headers, byte[] body) {

    /** Reads the recording of this name. */
    public static Recording read(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder().resolve(name + ".http"));
        int headEnd = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n");
        List<String> head = List.of(new String(bytes, 0, headEnd, UTF_8).split("\r\n"));
        byte[] body = Arrays.copyOfRange(bytes, headEnd + 4, bytes.length);
        return new Recording(name, head.get(0), head.subList(1, head.size()), body);
    }

    /** The names of all recordings that begin so, in alphabetical order. */
    public static List<String> names(String prefix) throws IOException {
        return names(prefix, ".http");
    }

    /** All recordings whose names begin so, in alphabetical order. */
    public static Stream<Recording> readAll(String prefix) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (String name : names(prefix)) {
            recordings.add(read(name));
        }
        return recordings.stream();
    }

    static List<String> names(String prefix, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(prefix) && file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    static Path folder() {
        try {
            return Path.of(Recording.class.getResource("/ollama-wire").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    public int status() {
        return Integer.parseInt(statusLine.split(" ")[1]);
    }

    /** The first value of a header, or null. */
    public String header(String name) {
        String start = name + ":";
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, start, 0, start.length()))
                .map(header -> header.substring(start.length()).trim())
                .findFirst()
                .orElse(null);
    }

    /** The body as text. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** Plays it again, framed as it was: a chunk for each line, or by its length, or by the connection's end. */
    public Script replay() {
        String head = statusLine + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        if (header("Transfer-Encoding") != null) {
            return Script.of(WireSteps.send(head), chunks(), WireSteps.send("0\r\n\r\n"));
        }
        Script whole = Script.of(WireSteps.send(head), WireSteps.send(body));
        return header("Content-Length") != null ? whole : Script.of(whole, WireSteps.close());
    }

    private Script chunks() {
        List<Script> chunks = new ArrayList<>();
        for (String line : text().split("(?<=\n)")) {
            chunks.add(WireSteps.send(Wire.chunk(line.getBytes(UTF_8))));
        }
        return Script.of(chunks);
    }
}
