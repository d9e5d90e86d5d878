package dev.quollama.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

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
        HeadReader head = new HeadReader(in);
        return new UpgradeResponse(head.requireLine(), head.headers());
    }
}
