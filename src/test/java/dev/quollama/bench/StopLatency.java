package dev.quollama.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * From the moment that a stop frame is sent until the fake sees the connection of that answer closed; beside it, the same from the
 * moment that a direct connection is closed by its client.
 */
final class StopLatency implements Measurement {

    private static final int STOPS_A_PHASE = 60;

    /** Long enough for the answer to have come as far as it is going to in the phases that are silent. */
    private static final int EARLIEST_MILLIS = 30;

    /** The time between two tokens, so that a stop falls anywhere between them. */
    private static final int SPREAD_MILLIS = 20;

    /** One that takes longer has not stopped at all. */
    private static final int LONGEST_SECONDS = 5;

    private static final int ENDLESS = 1_000_000;

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public void measure(Bench bench) throws IOException, InterruptedException {
        HttpClient fake = bench.vertx()
                .createHttpClient(
                        new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(bench.ollamaPort()));
        AnswerPlan paced = AnswerPlan.paced(ENDLESS, 50);
        Phase phase = new Phase(bench, bench.warm(), fake);
        phase.measure("before the headers", AnswerPlan.of(AnswerPlan.Kind.MUTE, 1));
        phase.measure("between tokens", paced);
        phase.measure("in mid-line", AnswerPlan.of(AnswerPlan.Kind.MID_LINE, ENDLESS));
        phase.measure("while the model is silent", AnswerPlan.of(AnswerPlan.Kind.SILENT, ENDLESS));
        Load others = Load.start(bench.vertx(), bench.through(bench.warm()), paced, 100);
        others.awaitBegun();
        phase.measure("between tokens, beside 100 × 50 tokens/s", paced);
        others.hangUp(bench.vertx());
    }

    /** Stops answers of one kind, by turns on a direct connection and through the service. */
    private record Phase(Bench bench, Quollama quollama, HttpClient fake) {

        void measure(String name, AnswerPlan plan) throws InterruptedException {
            Route direct = bench.direct();
            WebSocket socket = await(bench.through(quollama).connect());
            Samples directly = new Samples();
            Samples through = new Samples();
            int never = 0;
            for (int i = 0; i < STOPS_A_PHASE; i++) {
                UUID id = UUID.randomUUID();
                Reception reception = new Reception(plan, ignored -> {});
                direct.ask(plan, id, reception);
                Long nanos = await(stop(id, reception::hangUp));
                directly.add(nanos == null ? TimeUnit.SECONDS.toNanos(LONGEST_SECONDS) : nanos);

                UUID ours = UUID.randomUUID();
                socket.writeTextMessage(QuollamaRoute.ask(plan, ours));
                nanos = await(stop(ours, () -> socket.writeTextMessage(QuollamaRoute.stop(ours))));
                through.add(nanos == null ? TimeUnit.SECONDS.toNanos(LONGEST_SECONDS) : nanos);
                never += nanos == null ? 1 : 0;
            }
            socket.close();
            report(name, directly, through, never);
        }

        private void report(String name, Samples directly, Samples through, int never) {
            Table table = bench.table();
            table.compared(
                    "stop " + name + ", p50",
                    directly.quantileMillis(0.5),
                    through.quantileMillis(0.5),
                    "ms",
                    Budget.none());
            table.compared(
                    "stop " + name + ", p99",
                    directly.quantileMillis(0.99),
                    through.quantileMillis(0.99),
                    "ms",
                    Budget.atMost(20));
            if (never > 0) {
                table.add("stop " + name + ", never closed", never, "", Budget.atMost(0));
            }
        }

        /** Waits for a while, acts, and gives the nanoseconds from then until the fake saw the connection of the answer closed. */
        private Future<Long> stop(UUID id, Runnable action) {
            Promise<Long> took = Promise.promise();
            int wait = EARLIEST_MILLIS + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS);
            bench.vertx().setTimer(wait, ignored -> {
                Future<Long> closed = fake.request(HttpMethod.GET, "/bench/closed/" + id)
                        .compose(request -> request.send())
                        .compose(HttpClientResponse::body)
                        .map(body -> Long.parseLong(body.toString()));
                long sent = System.nanoTime();
                action.run();
                closed.map(nanos -> nanos - sent).onComplete(took);
            });
            return took.future();
        }

        /** What comes of it, or null if nothing does in time. */
        private static <T> T await(Future<T> future) throws InterruptedException {
            try {
                return future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException never) {
                return null;
            }
        }
    }
}
