package dev.quollama.generation;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The timers of the event loops: cheap to set and to call off by the thousand. */
@Singleton
final class VertxTimers implements Timers {

    private final Vertx vertx;

    VertxTimers(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        // Vert.x refuses 0; a delay under a millisecond is rounded up.
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> action.run());
        return () -> vertx.cancelTimer(timer);
    }
}
