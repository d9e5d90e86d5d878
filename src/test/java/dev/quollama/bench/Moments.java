package dev.quollama.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** When something came to pass with answers, for those who wait for it. Used on one event loop only. */
final class Moments {

    private final Map<UUID, Promise<Long>> byAnswer = new HashMap<>();

    /** It has just come to pass with that answer. */
    void now(UUID answer) {
        long nanos = System.nanoTime();
        promise(answer).tryComplete(nanos);
    }

    /** The time at which it does, in nanoseconds of the machine's monotonic clock. */
    Future<Long> of(UUID answer) {
        return promise(answer).future();
    }

    private Promise<Long> promise(UUID answer) {
        return byAnswer.computeIfAbsent(answer, ignored -> Promise.promise());
    }
}
