package dev.quollama.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.util.Optional;
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

    /** Long enough after the question for the answer to have come as far as it is going to in the phases that are silent. */
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
        Phases phases = new Phases(bench, bench.warm(), fake);
        phases.measure("before the headers", AnswerPlan.of(AnswerPlan.Kind.MUTE, 1));
        phases.measure("between tokens", paced);
        phases.measure("in mid-line", AnswerPlan.of(AnswerPlan.Kind.MID_LINE, ENDLESS));
        phases.measure("while the model is silent", AnswerPlan.of(AnswerPlan.Kind.SILENT, ENDLESS));
        Load others = Load.start(bench.vertx(), bench.through(bench.warm()), paced, 100);
        others.awaitBegun();
        phases.measure("between tokens, beside 100 × 50 tokens/s", paced);
        others.hangUp(bench.vertx());
    }

    /** Stops answers of one kind after the other, by turns on a direct connection and through the service. */
    private record Phases(Bench bench, Quollama quollama, HttpClient fake) {

        void measure(String name, AnswerPlan plan) throws InterruptedException {
            Route direct = bench.direct();
            WebSocket socket = await(bench.through(quollama).connect()).orElseThrow();
            Samples directly = new Samples();
            Samples through = new Samples();
            int never = 0;
            for (int i = 0; i < STOPS_A_PHASE; i++) {
                UUID id = UUID.randomUUID();
                Reception reception = new Reception(plan, ignored -> {});
                direct.ask(plan, id, reception);
                await(stop(id, reception::hangUp)).ifPresent(directly::add);

                UUID ours = UUID.randomUUID();
                socket.writeTextMessage(QuollamaRoute.ask(plan, ours));
                Optional<Long> nanos = await(stop(ours, () -> socket.writeTextMessage(QuollamaRoute.stop(ours))));
                nanos.ifPresent(through::add);
                never += nanos.isEmpty() ? 1 : 0;
            }
            socket.close();
            report("stop " + name, directly, through, never);
        }

        private void report(String what, Samples directly, Samples through, int never) {
            compare(what + ", p50", 0.5, directly, through, Budget.none());
            compare(what + ", p99", 0.99, directly, through, Budget.atMost(20));
            if (never > 0) {
                bench.table().add(what + ", never closed", never, "", Budget.atMost(0));
            }
        }

        private void compare(String what, double share, Samples directly, Samples through, Budget budget) {
            bench.table().compared(what, directly.quantileMillis(share), through.quantileMillis(share), "ms", budget);
        }

        /** Waits until the answer is in its phase, acts, and gives the nanoseconds until the fake saw its connection closed. */
        private Future<Long> stop(UUID id, Runnable action) {
            Promise<Long> took = Promise.promise();
            int wait = EARLIEST_MILLIS + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS);
            moment(FakeOllama.ASKED + id)
                    .onFailure(took::tryFail)
                    .onSuccess(asked -> bench.vertx().setTimer(wait, ignored -> {
                        Future<Long> closed = moment(FakeOllama.CLOSED + id);
                        long sent = System.nanoTime();
                        action.run();
                        closed.map(nanos -> nanos - sent).onComplete(took);
                    }));
            return took.future();
        }

        private Future<Long> moment(String path) {
            return fake.request(HttpMethod.GET, path)
                    .compose(HttpClientRequest::send)
                    .compose(HttpClientResponse::body)
                    .map(body -> Long.parseLong(body.toString()));
        }

        /** What comes of it in time. */
        private static <T> Optional<T> await(Future<T> future) throws InterruptedException {
            try {
                return Optional.of(
                        future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS));
            } catch (TimeoutException | ExecutionException never) {
                return Optional.empty();
            }
        }
    }
}
