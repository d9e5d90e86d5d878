package dev.quollama.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long the process takes to go after SIGTERM, and what becomes of the answers that were running. */
final class ShutdownTime implements Measurement {

    private static final int ANSWERS = 100;
    private static final int TOKENS_PER_SECOND = 50;

    /** How long the answers last, all in all. */
    private static final int SECONDS = 6;

    /** When they are interrupted. */
    private static final int AFTER = 2;

    @Override
    public String name() {
        return "shutdown";
    }

    @Override
    public void measure(Bench bench) throws IOException, InterruptedException {
        idle(bench);
        used(bench);
        running(bench);
    }

    private static void idle(Bench bench) throws IOException, InterruptedException {
        Medians medians = new Medians();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            try (Quollama quollama = bench.start(Map.of())) {
                medians.add("start", quollama.startMillis());
                medians.add("resident", quollama.residentKib() / 1024.0);
                medians.add("exit", quollama.terminate());
            }
        }
        bench.table().add("start of the JVM to the first HTTP 200", medians.of("start"), "ms", Budget.none());
        bench.table().add("resident memory after it", medians.of("resident"), "MiB", Budget.none());
        bench.table().add("SIGTERM to exit, idle", medians.of("exit"), "ms", Budget.none());
    }

    private static void used(Bench bench) throws IOException, InterruptedException {
        try (Quollama quollama = bench.start(Map.of())) {
            bench.load(quollama, AnswerPlan.paced(10, 50), ANSWERS);
            bench.table().add("SIGTERM to exit, idle after 100 answers", quollama.terminate(), "ms", Budget.none());
        }
    }

    private static void running(Bench bench) throws IOException, InterruptedException {
        try (Quollama quollama = bench.start(Map.of())) {
            AnswerPlan plan = AnswerPlan.paced(SECONDS * TOKENS_PER_SECOND, TOKENS_PER_SECOND);
            Load load = Load.start(bench.vertx(), bench.through(quollama), plan, ANSWERS);
            load.awaitBegun();
            TimeUnit.SECONDS.sleep(AFTER);
            double millis = quollama.terminate();
            load.awaitEnded();
            bench.table().add("SIGTERM to exit, 100 answers with some 4 s left", millis, "ms", Budget.none());
            bench.table().add("answers of the 100 that were cut", load.failed(), "", Budget.none());
        }
    }
}
