package dev.quollama.generation;

import java.time.Duration;

/** Runs something later. */
interface Timers {

    /**
     * @param delay longer than zero
     * @return calls it off
     */
    Runnable after(Duration delay, Runnable action);
}
