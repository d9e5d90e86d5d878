package dev.quollama.bench;

import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A number of like answers at the same time. What comes in while {@link #watch} is on is counted and timed. */
final class Load {

    /** The most answers that are ever asked for at once. */
    static final int MOST_ANSWERS = 10_000;

    /** How many connections are being made at a time; more would only queue in the kernel. */
    private static final int CONNECTING_AT_ONCE = 32;

    /** Past this a run is hopeless, and ends with the answers it has. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Route route;
    private final AnswerPlan plan;
    private final List<Reception> receptions = new ArrayList<>();
    private final Samples latencies = new Samples();
    private final Promise<Void> allAsked = Promise.promise();
    private int asked;
    private volatile boolean watching;
    private volatile int ended;

    private Load(Route route, AnswerPlan plan, int answers) {
        this.route = route;
        this.plan = plan;
        for (int i = 0; i < answers; i++) {
            receptions.add(new Reception(plan, this::arrived));
        }
    }

    /** Begins to ask. */
    static Load start(Vertx vertx, Route route, AnswerPlan plan, int answers) {
        Load load = new Load(route, plan, answers);
        vertx.runOnContext(ignored -> {
            for (int i = 0; i < Math.min(CONNECTING_AT_ONCE, answers); i++) {
                load.askNext();
            }
        });
        return load;
    }

    /** Waits until every answer has begun or failed. */
    void awaitBegun() {
        await(allAsked.future().eventually(() -> settled(receptions.stream().map(Reception::whenBegun))));
    }

    /** Waits until every answer has ended, well or not. */
    void awaitEnded() {
        await(allAsked.future().eventually(() -> settled(receptions.stream().map(Reception::whenEnded))));
    }

    /** Closes all connections, which ends what has not ended. */
    void hangUp(Vertx vertx) {
        Promise<Void> done = Promise.promise();
        vertx.runOnContext(ignored -> {
            receptions.forEach(Reception::hangUp);
            done.complete();
        });
        await(done.future());
    }

    /** Counts and times what comes from now on. */
    void watch(boolean on) {
        watching = on;
    }

    /** How long the tokens that were watched had been under way. Only after {@link #awaitEnded()}. */
    Samples latencies() {
        return latencies;
    }

    /** How many answers have ended so far, well or not. */
    int ended() {
        return ended;
    }

    /** How many answers came whole. */
    long whole() {
        return receptions.stream().filter(r -> r.whenEnded().succeeded()).count();
    }

    /** How many answers did not come whole. */
    long failed() {
        return receptions.size() - whole();
    }

    /** Why the first of those that failed did, or an empty text. */
    String firstFailure() {
        return receptions.stream()
                .filter(r -> r.whenEnded().failed())
                .map(r -> String.valueOf(r.whenEnded().cause()))
                .findFirst()
                .orElse("");
    }

    private void askNext() {
        if (asked == receptions.size()) {
            return;
        }
        Reception reception = receptions.get(asked++);
        reception.whenEnded().onComplete(ignored -> countEnd());
        reception.whenAsked().onComplete(ignored -> {
            if (asked == receptions.size()) {
                allAsked.tryComplete();
            }
            askNext();
        });
        route.ask(plan, UUID.randomUUID(), reception);
    }

    // Only the event loop counts; others look.
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private void countEnd() {
        ended++;
    }

    private void arrived(long latency) {
        if (watching) {
            latencies.add(latency);
        }
    }

    private static Future<Void> settled(Stream<Future<Void>> futures) {
        CompositeFuture all = Future.join(futures.toList());
        return all.mapEmpty();
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException tellTale) {
            // The answers that are missing are counted as failed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
