package dev.quollama.support;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One accepted connection. One thread reads all the time, so that a peer that leaves is noticed at once; another plays the
 * scripts.
 */
final class Connection {

    private final Socket socket;
    private final CompletableFuture<Long> peerGone = new CompletableFuture<>();
    private final CompletableFuture<Void> over = peerGone.handle((when, closedHere) -> null);
    private final BlockingQueue<Optional<ReceivedRequest>> requests = new LinkedBlockingQueue<>();
    private final AtomicLong bytesSent = new AtomicLong();
    private int largestSegment = Integer.MAX_VALUE;

    Connection(Socket socket) {
        this.socket = socket;
    }

    CompletableFuture<Long> peerGone() {
        return peerGone;
    }

    boolean isOpen() {
        return !over.isDone();
    }

    long bytesSent() {
        return bytesSent.get();
    }

    /** The next request, or empty when there will be none. */
    Optional<ReceivedRequest> nextRequest() throws InterruptedException {
        return requests.take();
    }

    /** Reads until the peer leaves; runs on a thread of its own. */
    void read() {
        try {
            RequestReader reader = new RequestReader(socket.getInputStream());
            for (ReceivedRequest request = reader.next(); request != null; request = reader.next()) {
                requests.add(Optional.of(request));
            }
        } catch (IOException resetOrClosed) {
            // Told apart below: after close() of this side the future is settled already.
        } finally {
            peerGone.complete(System.nanoTime());
            requests.add(Optional.empty());
            closeQuietly();
        }
    }

    void send(byte[] segment) throws IOException {
        int step = Math.min(largestSegment, segment.length);
        for (int from = 0; from < segment.length; from += step) {
            int length = Math.min(step, segment.length - from);
            socket.getOutputStream().write(segment, from, length);
            bytesSent.addAndGet(length);
        }
    }

    void splitEvery(int bytes) {
        largestSegment = bytes;
    }

    void pause(Duration time) throws IOException, InterruptedException {
        try {
            over.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stillThere) {
            return;
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
        throw new IOException("The peer is gone");
    }

    void await(CompletableFuture<?> condition) throws IOException, InterruptedException {
        try {
            CompletableFuture.anyOf(condition, over).get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
        if (!condition.isDone()) {
            throw new IOException("The peer is gone");
        }
    }

    void awaitPeerGone() throws IOException, InterruptedException {
        await(over);
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    void close() throws IOException {
        peerGone.cancel(false);
        socket.close();
    }

    void reset() throws IOException {
        peerGone.cancel(false);
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // Nothing depends on how a connection that is over gives back its descriptor.
        }
    }
}
