package dev.quollama.support;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request that a {@link ScriptedOllama} received, and what became of its connection. */
public final class Exchange {

    private final ReceivedRequest request;
    private final Connection connection;
    private final CompletableFuture<Void> played = new CompletableFuture<>();

    Exchange(ReceivedRequest request, Connection connection) {
        this.request = request;
        this.connection = connection;
    }

    /** What was asked. */
    public ReceivedRequest request() {
        return request;
    }

    /**
     * Completes as soon as the peer closed, half-closed or reset the connection, with {@link System#nanoTime()} of that
     * moment. It is cancelled when this side closed first, so that a server's own end never passes for a client's.
     */
    public CompletableFuture<Long> peerGone() {
        return connection.peerGone().copy();
    }

    /**
     * Waits for {@link #peerGone()}.
     *
     * @return {@link System#nanoTime()} of the moment
     * @throws AssertionError when the peer is still there after the limit
     */
    public long awaitPeerGone(Duration limit) throws InterruptedException {
        try {
            return peerGone().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("The peer was still there after " + limit, e);
        } catch (ExecutionException e) {
            throw new AssertionError("This side closed the connection before the peer did", e);
        }
    }

    /** Completes when the script is over, whether it came to its end or the peer left before. */
    public CompletableFuture<Void> played() {
        return played;
    }

    /** Bytes written to the socket so far, over all exchanges of the connection. */
    public long bytesSent() {
        return connection.bytesSent();
    }
}
