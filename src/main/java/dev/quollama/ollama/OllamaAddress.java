package dev.quollama.ollama;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an address the way Ollama's own clients read {@code OLLAMA_HOST}: a bare host gets port 11434, a URL gets its
 * scheme's port, and an address that means "every interface" to a server means this machine to a client.
 */
final class OllamaAddress {

    private static final int OLLAMA_PORT = 11434;
    private static final Map<String, Integer> SCHEME_PORTS = Map.of("http", 80, "https", 443);
    private static final Map<String, String> EVERY_INTERFACE = Map.of("0.0.0.0", "127.0.0.1", "[::]", "[::1]");

    private OllamaAddress() {}

    /**
     * @param value what the user wrote, possibly nothing
     * @return an absolute http or https address without a slash at the end
     * @throws IllegalArgumentException when it is no address; the message says why, in words for the user
     */
    static URI parse(Optional<String> value) {
        String text = unquoted(value.orElse(""));
        if (text.isEmpty()) {
            return URI.create("http://localhost:" + OLLAMA_PORT);
        }
        int schemeEnd = text.indexOf("://");
        String scheme = schemeEnd < 0 ? "http" : text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        int defaultPort = schemeEnd < 0 ? OLLAMA_PORT : SCHEME_PORTS.getOrDefault(scheme, -1);
        if (defaultPort < 0) {
            throw new IllegalArgumentException("it begins with " + scheme + "://, not with http:// or https://");
        }
        String rest = schemeEnd < 0 ? text : text.substring(schemeEnd + "://".length());
        int slash = rest.indexOf('/');
        String path = slash < 0 ? "" : rest.substring(slash).replaceAll("/+$", "");
        return build(scheme, slash < 0 ? rest : rest.substring(0, slash), path, defaultPort);
    }

    private static URI build(String scheme, String authority, String path, int defaultPort) {
        URI uri;
        try {
            uri = new URI(scheme + "://" + withHost(authority) + path).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("it is not a host, a host:port or a URL", e);
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null || uri.getPort() > 65535) {
            throw new IllegalArgumentException("only a host, a port and a path may stand in it");
        }
        String host = EVERY_INTERFACE.getOrDefault(uri.getHost(), uri.getHost());
        int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
        return URI.create(scheme + "://" + host + ":" + port + path);
    }

    private static String withHost(String authority) {
        // An IPv6 address may come bare, since a host alone needs no brackets.
        if (authority.indexOf(':') != authority.lastIndexOf(':') && !authority.startsWith("[")) {
            return "[" + authority + "]";
        }
        return authority.isEmpty() || authority.startsWith(":") ? "127.0.0.1" + authority : authority;
    }

    private static String unquoted(String value) {
        return value.strip().replaceAll("^[\"']|[\"']$", "").strip();
    }
}
