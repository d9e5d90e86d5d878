package dev.quollama.access;

import dev.quollama.generation.Owner;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.inject.Singleton;
import java.util.Set;

/** Whose socket it is: that of the browser whose cookie came with the handshake, or its own when none came. */
@Singleton
public class Owners {

    /** The owner of what is asked over a socket, never null. */
    public Owner of(WebSocketConnection connection) {
        String cookie = cookie(connection.handshakeRequest().header("Cookie"));
        return new Owner(cookie == null ? "socket:" + connection.id() : "browser:" + cookie);
    }

    /** The secret in a {@code Cookie} header, or null when there is none that could be ours. */
    static String cookie(String header) {
        Set<Cookie> cookies = header == null ? Set.of() : ServerCookieDecoder.STRICT.decode(header);
        return cookies.stream()
                .filter(cookie -> cookie.name().equals(OwnerCookie.NAME) && OwnerCookie.isWellFormed(cookie.value()))
                .map(Cookie::value)
                .findFirst()
                .orElse(null);
    }
}
