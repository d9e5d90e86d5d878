package dev.quollama.generation;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps answers that are over for those who come back for them: each for a time, all together up to a size. */
final class Retention {

    private final Duration duration;
    private final long maxBytes;
    private final Timers timers;
    private final Consumer<Generation> forget;
    private final Set<Generation> oldestFirst = new LinkedHashSet<>();
    private long bytes;

    Retention(Duration duration, long maxBytes, Timers timers, Consumer<Generation> forget) {
        this.duration = duration;
        this.maxBytes = maxBytes;
        this.timers = timers;
        this.forget = forget;
    }

    /** Keeps an answer that has just ended. */
    synchronized void keep(Generation generation) {
        oldestFirst.add(generation);
        bytes += generation.log().size();
        while (bytes > maxBytes) {
            drop(oldestFirst.iterator().next());
        }
        if (duration.isZero()) {
            drop(generation);
        } else {
            timers.after(duration, () -> drop(generation));
        }
    }

    private synchronized void drop(Generation generation) {
        if (oldestFirst.remove(generation)) {
            bytes -= generation.log().size();
            forget.accept(generation);
        }
    }
}
