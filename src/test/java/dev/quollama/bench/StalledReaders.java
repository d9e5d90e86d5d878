package dev.quollama.bench;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * What it costs when browsers stop reading in mid-answer. The text of an answer is kept in any case; so the heap with readers that
 * have stalled is held against the heap with readers that keep up, at the same point of the same answers.
 */
final class StalledReaders implements Measurement {

    private static final int READERS = 10;
    private static final int TOKENS_PER_SECOND = 50;
    private static final int SECONDS = 12;

    /** 9 MiB in all: the kernel takes 2.6 MiB for a reader that is away, since loopback's segments are so large. */
    private static final int TOKEN_BYTES = 16 * 1024;

    private static final AnswerPlan PLAN =
            new AnswerPlan(AnswerPlan.Kind.PACED, SECONDS * TOKENS_PER_SECOND, TOKENS_PER_SECOND, TOKEN_BYTES);

    /** Such an answer is beyond what the service keeps by default; and what it keeps of those that have ended is not counted. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("QUOLLAMA_GENERATION_MAX_SIZE", "16M", "QUOLLAMA_GENERATION_RETENTION", "0s");

    /** Small, so that a reader that is away is felt soon. */
    private static final int RECEIVE_BUFFER = 16 * 1024;

    /** When the heap is looked at while the model speaks, in seconds after all answers have begun. */
    private static final List<Integer> LOOKS = List.of(3, 6, 9);

    /** When it is looked at once the model has said all. */
    private static final List<Integer> LATE_LOOKS = List.of(14, 17, 20);

    private static final int KIB_PER_MIB = 1024;

    @Override
    public String name() {
        return "stalled";
    }

    @Override
    public void measure(Bench bench) throws IOException, InterruptedException {
        try (Quollama quollama = bench.start(ENVIRONMENT);
                HeapProbe heap = quollama.heap()) {
            bench.load(quollama, AnswerPlan.paced(50, 50), READERS);
            double before = heap.liveKib();
            List<Double> reading = keepUp(bench, quollama, heap);
            List<Double> stalled = stall(bench, quollama, heap);
            report(bench.table(), before, reading, stalled);
        }
    }

    private static List<Double> keepUp(Bench bench, Quollama quollama, HeapProbe heap) throws InterruptedException {
        Load load =
                Load.start(bench.vertx(), slowReaders(bench, quollama, new ConcurrentLinkedQueue<>()), PLAN, READERS);
        load.awaitBegun();
        List<Double> kib = look(heap, LOOKS);
        load.awaitEnded();
        return kib;
    }

    private static List<Double> stall(Bench bench, Quollama quollama, HeapProbe heap) throws InterruptedException {
        Queue<WebSocket> sockets = new ConcurrentLinkedQueue<>();
        Load load = Load.start(bench.vertx(), slowReaders(bench, quollama, sockets), PLAN, READERS);
        load.awaitBegun();
        bench.vertx().runOnContext(ignored -> sockets.forEach(WebSocket::pause));
        List<Integer> all = new ArrayList<>(LOOKS);
        all.addAll(LATE_LOOKS);
        List<Double> kib = look(heap, all);
        if (load.ended() > 0) {
            bench.table().note("stalled readers that had not stalled", Integer.toString(load.ended()));
        }
        bench.vertx().runOnContext(ignored -> sockets.forEach(WebSocket::resume));
        load.awaitEnded();
        bench.table().add("answers not whole once stalled readers read on", load.failed(), "", Budget.atMost(0));
        return kib;
    }

    private static Route slowReaders(Bench bench, Quollama quollama, Queue<WebSocket> sockets) {
        QuollamaRoute route = new QuollamaRoute(
                bench.vertx(), quollama.port(), new WebSocketClientOptions().setReceiveBufferSize(RECEIVE_BUFFER));
        return (plan, id, reception) -> route.connect(plan, id, reception).onSuccess(sockets::add);
    }

    private static List<Double> look(HeapProbe heap, List<Integer> seconds) throws InterruptedException {
        List<Double> kib = new ArrayList<>();
        long begin = System.nanoTime();
        for (int second : seconds) {
            TimeUnit.NANOSECONDS.sleep(begin + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
            kib.add(heap.liveKib());
        }
        return kib;
    }

    private static void report(Table table, double before, List<Double> reading, List<Double> stalled) {
        int last = LOOKS.size() - 1;
        table.note("heap of 10 growing answers after " + LOOKS + " s, readers keep up", mib(before, reading));
        table.note("the same, readers have stalled", mib(before, stalled.subList(0, LOOKS.size())));
        table.note(
                "and on, after " + LATE_LOOKS + " s: the model is done",
                mib(before, stalled.subList(LOOKS.size(), stalled.size())));
        double extra = (stalled.get(last) - reading.get(last)) / READERS;
        table.add("heap a stalled reader, beyond one that keeps up", extra, "KiB", Budget.none());
        double growth = (stalled.get(stalled.size() - 1) - stalled.get(LOOKS.size())) / READERS;
        table.add("growth a stalled reader once the model is done", growth, "KiB", Budget.atMost(16));
    }

    private static String mib(double before, List<Double> heap) {
        return String.join(
                        ", ",
                        heap.stream()
                                .map(kib -> String.format(Locale.ROOT, "+ %.1f", (kib - before) / KIB_PER_MIB))
                                .toList())
                + " MiB";
    }
}
