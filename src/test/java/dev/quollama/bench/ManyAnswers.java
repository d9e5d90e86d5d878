package dev.quollama.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whether very many answers go on at once without an error, and what memory each takes. */
final class ManyAnswers implements Measurement {

    private static final int ANSWERS = 5_000;

    /** A slow model: this is about how many there are, not about how fast they come. */
    private static final int TOKENS_PER_SECOND = 1;

    /** Long enough for all of them to begin, and then to go on together for a while. */
    private static final int TOKENS = 60;

    /** So that the classes and buffers that the first answers bring are not counted. */
    private static final int BEFORE = 200;

    @Override
    public String name() {
        return "many";
    }

    @Override
    public void measure(Bench bench) throws IOException, InterruptedException {
        try (Quollama quollama = bench.start(Map.of());
                HeapProbe heap = quollama.heap()) {
            bench.load(quollama, AnswerPlan.paced(50, 50), BEFORE);
            double idleHeap = heap.liveKib();
            long idle = quollama.residentKib();
            AnswerPlan plan = AnswerPlan.paced(TOKENS, TOKENS_PER_SECOND);
            Load load = Load.start(bench.vertx(), bench.through(quollama), plan, ANSWERS);
            load.awaitBegun();
            TimeUnit.NANOSECONDS.sleep(bench.settings().window().toNanos());
            long loaded = quollama.residentKib();
            double loadedHeap = heap.liveKib();
            int endedTooSoon = load.ended();
            load.awaitEnded();
            report(bench.table(), load, endedTooSoon);
            bench.table().add("resident memory, idle", idle / 1024.0, "MiB", Budget.none());
            double each = (loaded - idle) / (double) ANSWERS;
            bench.table().add("resident memory an answer, of 5,000", each, "KiB", Budget.atMost(60));
            double heapEach = (loadedHeap - idleHeap) / ANSWERS;
            bench.table().add("of that live on the heap", heapEach, "KiB", Budget.none());
        }
    }

    private static void report(Table table, Load load, int endedTooSoon) {
        table.add("5,000 answers at once: not whole", load.failed(), "", Budget.atMost(0));
        if (endedTooSoon > 0) {
            table.note("of the 5,000 had ended when memory was measured", Integer.toString(endedTooSoon));
        }
        if (load.failed() > 0) {
            table.note("why the first of them was not whole", load.firstFailure());
        }
    }
}
