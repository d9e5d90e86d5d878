package dev.quollama.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives every browser a secret with the page, by which it finds its own answers again. Scripts cannot read it, other sites cannot make
 * a browser send it, and it ends with the browser's session.
 */
@Singleton
class OwnerCookie {

    static final String NAME = "quollama-owner";

    /** 128 bits, which nobody guesses. */
    private static final int SECRET_BYTES = 16;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Set<String> PAGE = Set.of("/", "/index.html", "/static/index.html");

    /** After the headers' filter; the order among the two does not matter. */
    private static final int SECOND = 900;

    private final SecureRandom random = new SecureRandom();

    static boolean isWellFormed(String secret) {
        return FORM.matcher(secret).matches();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, SECOND);
    }

    private void handle(RoutingContext context) {
        if (PAGE.contains(context.normalizedPath())
                && Owners.cookie(context.request().getHeader(HttpHeaderNames.COOKIE)) == null) {
            context.response()
                    .addCookie(Cookie.cookie(NAME, secret())
                            .setPath("/")
                            .setHttpOnly(true)
                            .setSecure(context.request().isSSL())
                            .setSameSite(CookieSameSite.STRICT));
        }
        context.next();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
