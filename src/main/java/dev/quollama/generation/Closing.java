package dev.quollama.generation;

import java.util.concurrent.CompletableFuture;

/** Knows how many answers are unfinished, and when, after the service was told to stop, there are none. */
final class Closing {

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int unfinished;
    private boolean begun;

    synchronized void enter() {
        unfinished++;
    }

    synchronized void leave() {
        unfinished--;
        check();
    }

    synchronized int unfinished() {
        return unfinished;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized CompletableFuture<Void> begin() {
        begun = true;
        check();
        return over;
    }

    private void check() {
        if (begun && unfinished == 0) {
            over.complete(null);
        }
    }
}
