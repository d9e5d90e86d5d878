package dev.quollama.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** What every answer over HTTP carries: what a browser may do with it, and how long it may keep it. */
@Singleton
class PageHeaders {

    /** Before every other filter, so that refusals carry the headers as well. */
    private static final int FIRST = 1_000;

    /** Where Quarkus serves the files of mvnpm's jars and of WebJars, with the version in each address. */
    private static final List<String> LIBRARIES = List.of("/_static/", "/webjars/");

    private static final String A_YEAR_UNCHANGED = "public, max-age=31536000, immutable";

    private final ContentSecurityPolicy policy;

    PageHeaders(ContentSecurityPolicy policy) {
        this.policy = policy;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        // Static resources set a Cache-Control of their own, so the last word is had when the head is written.
        context.addHeadersEndHandler(ignored -> write(context));
        context.next();
    }

    private void write(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", policy.value());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        boolean versioned = LIBRARIES.stream().anyMatch(context.normalizedPath()::startsWith)
                && context.response().getStatusCode() == 200;
        headers.set("Cache-Control", versioned ? A_YEAR_UNCHANGED : "no-cache");
    }
}
