package dev.quollama.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered to a WebSocket handshake.
 *
 * @param statusLine such as {@code HTTP/1.1 101 Switching Protocols}
 * @param headers every header; the names compare without regard to case
 */
public record UpgradeResponse(String statusLine, Map<String, List<String>> headers) {

    /** The status, 101 when the socket is open. */
    public int status() {
        return Integer.parseInt(statusLine.split(" ")[1]);
    }

    /** The first value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    static UpgradeResponse readFrom(InputStream in) throws IOException {
        String statusLine = line(in);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1].trim());
        }
        return new UpgradeResponse(statusLine, headers);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The connection ended inside the handshake");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
