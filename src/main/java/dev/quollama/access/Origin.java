package dev.quollama.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/**
 * A scheme, a host and a port, as RFC 6454 compares them: in lower case, the scheme's own port the same as none.
 *
 * @param port never -1
 */
record Origin(String scheme, String host, int port) {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    /**
     * @param port -1 for the scheme's own
     */
    static Origin of(String scheme, String host, int port) {
        String lowerScheme = scheme.toLowerCase(Locale.ROOT);
        return new Origin(
                lowerScheme,
                host.toLowerCase(Locale.ROOT),
                port < 0 ? DEFAULT_PORTS.getOrDefault(lowerScheme, -1) : port);
    }

    /** The origin that a header or a setting names, or null when it is none, such as {@code null}. */
    static Origin parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean bare = uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return bare ? of(uri.getScheme(), uri.getHost(), uri.getPort()) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
