package dev.quollama.ollama;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Notices that nothing has been heard for too long. One timer lives as long as the answer and is set again when it finds that
 * something came meanwhile, so a token costs no more than a look at the clock.
 */
final class SilenceTimer {

    private final Vertx vertx;
    private final Duration first;
    private final Duration between;
    private final Listener listener;
    private volatile long lastHeard;
    private volatile boolean begun;
    private volatile boolean held;
    private volatile boolean stopped;
    private volatile long timer;

    /** Told once, when it has been silent for too long. */
    interface Listener {
        void silent(boolean begun, Duration limit);
    }

    SilenceTimer(Vertx vertx, Duration first, Duration between, Listener listener) {
        this.vertx = vertx;
        this.first = first;
        this.between = between;
        this.listener = listener;
    }

    void start() {
        lastHeard = System.nanoTime();
        arm(first.toNanos());
    }

    /** Something was heard. */
    void touch() {
        lastHeard = System.nanoTime();
        if (!begun) {
            begun = true;
            vertx.cancelTimer(timer);
            arm(between.toNanos());
        }
    }

    /** From now on it is we who do not listen. */
    void hold() {
        held = true;
    }

    /** We listen again. */
    void release() {
        if (held) {
            lastHeard = System.nanoTime();
            held = false;
        }
    }

    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void arm(long nanos) {
        // Rounded up, and never 0, which Vert.x refuses.
        timer = vertx.setTimer(nanos / 1_000_000 + 1, ignored -> check());
        if (stopped) {
            vertx.cancelTimer(timer);
        }
    }

    private void check() {
        if (stopped) {
            return;
        }
        Duration limit = begun ? between : first;
        long left = limit.toNanos() - (System.nanoTime() - lastHeard);
        if (held) {
            arm(limit.toNanos());
        } else if (left > 0) {
            arm(left);
        } else {
            listener.silent(begun, limit);
        }
    }
}
