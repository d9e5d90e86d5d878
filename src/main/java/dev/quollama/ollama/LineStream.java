package dev.quollama.ollama;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The lines of one call of {@code /api/chat}, with the demand and the cancellation that the REST client's {@code Multi} lacks: it
 * buffers without end, and it closes a cancelled call only once the response headers have come.
 *
 * <p>Signals come from the response's event loop, demand and cancellation from anywhere, silence from a timer. Whoever comes first
 * drains, for all the others.
 */
final class LineStream extends AbstractMulti<byte[]> {

    private final Multi<byte[]> bytes;
    private final ChatCall call;
    private final Limits limits;
    private final Vertx vertx;

    /** What bounds an answer on its way in: the longest line, the wait for the first byte and between two of them. */
    record Limits(URI address, int maxLine, Duration firstToken, Duration silence) {}

    LineStream(Multi<byte[]> bytes, ChatCall call, Limits limits, Vertx vertx) {
        this.bytes = bytes;
        this.call = call;
        this.limits = limits;
        this.vertx = vertx;
    }

    @Override
    public void subscribe(MultiSubscriber<? super byte[]> downstream) {
        Relay relay = new Relay(downstream);
        downstream.onSubscribe(relay);
        relay.silence.start();
        onEventLoop(relay::begin);
    }

    /** How the bytes ended: with a failure, or with null. */
    private record End(Throwable failure) {}

    /**
     * Asks from an event loop, on which the response will then arrive as well. From elsewhere the client takes one loop for the
     * connection and another for its bytes, and a connection that breaks overtakes the last of them.
     */
    private void onEventLoop(Runnable action) {
        Context context = vertx.getOrCreateContext();
        if (Context.isOnEventLoopThread()) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }

    private final class Relay implements MultiSubscriber<byte[]>, Flow.Subscription {

        private final MultiSubscriber<? super byte[]> downstream;
        private final LineSplitter splitter = new LineSplitter(limits.maxLine());
        private final Queue<byte[]> lines = new ConcurrentLinkedQueue<>();
        private final SocketFlow socket = new SocketFlow(call);
        private final SilenceTimer silence =
                new SilenceTimer(vertx, limits.firstToken(), limits.silence(), this::onSilence);
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger draining = new AtomicInteger();
        private final AtomicReference<End> end = new AtomicReference<>();
        private volatile boolean over;

        Relay(MultiSubscriber<? super byte[]> downstream) {
            this.downstream = downstream;
        }

        void begin() {
            if (!over) {
                bytes.subscribe().withSubscriber(this);
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onItem(byte[] piece) {
            if (end.get() != null) {
                return;
            }
            silence.touch();
            try {
                splitter.accept(piece, lines::add);
            } catch (UpstreamFailure tooLong) {
                cut(tooLong);
                return;
            }
            drain();
        }

        @Override
        public void onFailure(Throwable thrown) {
            end(Failures.ofException(thrown, limits.address()));
        }

        @Override
        public void onCompletion() {
            if (end.get() == null) {
                splitter.finish(lines::add);
                end(null);
            }
        }

        private void onSilence(boolean begun, Duration limit) {
            cut(Failures.silent(begun, limit));
        }

        /** The reason comes first: the abort makes the client report a broken connection. */
        private void cut(UpstreamFailure reason) {
            end(reason);
            call.abort();
        }

        private void end(Throwable thrown) {
            if (end.compareAndSet(null, new End(thrown))) {
                silence.stop();
                drain();
            }
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                cancel();
                downstream.onFailure(Subscriptions.getInvalidRequestException());
                return;
            }
            Subscriptions.add(demand, count);
            drain();
        }

        @Override
        public void cancel() {
            over = true;
            silence.stop();
            // The REST client is not cancelled: it would log the end that the abort brings as a dropped failure.
            call.abort();
        }

        private void drain() {
            if (draining.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            do {
                emitWhatIsWanted();
                missed = draining.addAndGet(-missed);
            } while (missed != 0);
        }

        private void emitWhatIsWanted() {
            while (!over && demand.get() > 0 && !lines.isEmpty()) {
                downstream.onItem(lines.poll());
                Subscriptions.produced(demand, 1);
            }
            if (over) {
                lines.clear();
            } else if (!lines.isEmpty()) {
                silence.hold();
                socket.pause();
            } else if (end.get() != null) {
                over = true;
                finish(end.get().failure());
            } else {
                silence.release();
                socket.resume();
            }
        }

        private void finish(Throwable failure) {
            if (failure == null) {
                downstream.onCompletion();
            } else {
                downstream.onFailure(failure);
            }
        }
    }
}
