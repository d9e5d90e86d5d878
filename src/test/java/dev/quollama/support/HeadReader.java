package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the lines of an HTTP head, and not a byte further. */
final class HeadReader {

    private final InputStream in;

    HeadReader(InputStream in) {
        this.in = in;
    }

    /** The lines up to the empty one; the names compare without regard to case. */
    Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = requireLine(); !line.isEmpty(); line = requireLine()) {
            String[] header = line.split(":", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1].trim());
        }
        return headers;
    }

    /** A line without its end; that the stream ends instead is a failure. */
    String requireLine() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("The stream ended inside a head");
        }
        return line;
    }

    /** A line without its end, or null at the end of the stream. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(UTF_8);
    }
}
