package dev.quollama.support;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something that has happened or has not: how a test and a script wait for each other without sleeping. */
public final class Gate {

    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    /** Lets everybody through, now and later. */
    public void open() {
        opened.complete(null);
    }

    /** Whether somebody opened it. */
    public boolean isOpen() {
        return opened.isDone();
    }

    /**
     * Waits until it is open.
     *
     * @throws AssertionError when it is not within the time
     */
    public void await(Duration limit) throws InterruptedException {
        try {
            opened.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("The gate was not opened within " + limit, e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    CompletableFuture<Void> opened() {
        return opened;
    }
}
