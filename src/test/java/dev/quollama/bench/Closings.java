package dev.quollama.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** When the connections of answers were closed. Used on one event loop only. */
final class Closings {

    private final Map<UUID, Promise<Long>> byTag = new HashMap<>();

    /** The connection of that answer has just been closed. */
    void closed(UUID tag) {
        long now = System.nanoTime();
        promise(tag).tryComplete(now);
    }

    /** The time at which it is closed, in nanoseconds of the machine's monotonic clock. */
    Future<Long> of(UUID tag) {
        return promise(tag).future();
    }

    private Promise<Long> promise(UUID tag) {
        return byTag.computeIfAbsent(tag, ignored -> Promise.promise());
    }
}
