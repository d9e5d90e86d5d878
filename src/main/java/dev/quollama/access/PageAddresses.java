package dev.quollama.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Serves the page where the demo that this project grew from had it, for bookmarks and scripts that know that address. */
@Singleton
class PageAddresses {

    void register(@Observes Router router) {
        router.route("/static/index.html").handler(context -> context.reroute("/"));
    }
}
