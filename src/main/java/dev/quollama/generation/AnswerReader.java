package dev.quollama.generation;

import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody who watches an answer: a place in its log, and the demand to be told what comes after it. Whoever is slow to ask is told
 * more at once. Takes one subscriber.
 */
public final class AnswerReader extends AbstractMulti<AnswerEvent> implements Flow.Subscription {

    private final Generation generation;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger draining = new AtomicInteger();
    private MultiSubscriber<? super AnswerEvent> subscriber;
    private int seen;
    private volatile boolean over;

    AnswerReader(Generation generation, int seen) {
        this.generation = generation;
        this.seen = seen;
    }

    @Override
    public void subscribe(MultiSubscriber<? super AnswerEvent> downstream) {
        if (subscriber != null) {
            Subscriptions.fail(downstream, new IllegalStateException("a reader takes one subscriber"));
            return;
        }
        subscriber = downstream;
        downstream.onSubscribe(this);
        generation.attach(this);
        if (over) {
            // Cancelled before there was anything to cancel.
            generation.detach(this);
        }
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            cancel();
            subscriber.onFailure(Subscriptions.getInvalidRequestException());
            return;
        }
        Subscriptions.add(demand, count);
        drain();
    }

    /** Stops watching. The answer goes on for the others, and for a while if there are none. */
    @Override
    public void cancel() {
        over = true;
        generation.detach(this);
    }

    /** Called when there is something new in the log, by whoever put it there. */
    void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            tell();
            finish();
            missed = draining.addAndGet(-missed);
        } while (missed != 0);
    }

    private void tell() {
        while (!over && demand.get() > 0) {
            AnswerEvent event = generation.log().after(seen);
            if (event == null) {
                return;
            }
            seen = event.seq();
            Subscriptions.produced(demand, 1);
            subscriber.onItem(event);
        }
    }

    private void finish() {
        if (!over && generation.log().isOverAfter(seen)) {
            over = true;
            generation.detach(this);
            subscriber.onCompletion();
        }
    }
}
