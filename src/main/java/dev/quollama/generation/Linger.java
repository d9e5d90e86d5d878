package dev.quollama.generation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** The time that an answer is given after its last reader has gone: a page that is reloaded comes back within it. */
final class Linger {

    private final Duration duration;
    private final Timers timers;
    private final Runnable atItsEnd;
    private final AtomicReference<Runnable> callOff = new AtomicReference<>();

    Linger(Duration duration, Timers timers, Runnable atItsEnd) {
        this.duration = duration;
        this.timers = timers;
        this.atItsEnd = atItsEnd;
    }

    void begin() {
        if (duration.isZero()) {
            atItsEnd.run();
        } else {
            replace(timers.after(duration, atItsEnd));
        }
    }

    void cancel() {
        replace(null);
    }

    private void replace(Runnable next) {
        Runnable former = callOff.getAndSet(next);
        if (former != null) {
            former.run();
        }
    }
}
