package dev.quollama.generation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps answers that are over for those who come back for them: each for a time, all together up to a size. */
final class Retention {

    private final Duration duration;
    private final long maxBytes;
    private final Timers timers;
    private final Consumer<Generation> forget;
    /** Each with what calls its timer off: a timer that is left would hold the answer's text to the end of its time. */
    private final Map<Generation, Runnable> oldestFirst = new LinkedHashMap<>();

    private long bytes;

    Retention(Duration duration, long maxBytes, Timers timers, Consumer<Generation> forget) {
        this.duration = duration;
        this.maxBytes = maxBytes;
        this.timers = timers;
        this.forget = forget;
    }

    /** Keeps an answer that has just ended. */
    synchronized void keep(Generation generation) {
        oldestFirst.put(generation, () -> {});
        bytes += generation.log().size();
        while (bytes > maxBytes) {
            drop(oldestFirst.keySet().iterator().next());
        }
        if (duration.isZero()) {
            drop(generation);
        } else if (oldestFirst.containsKey(generation)) {
            oldestFirst.put(generation, timers.after(duration, () -> drop(generation)));
        }
    }

    private synchronized void drop(Generation generation) {
        Runnable callOff = oldestFirst.remove(generation);
        if (callOff != null) {
            callOff.run();
            bytes -= generation.log().size();
            forget.accept(generation);
        }
    }
}
