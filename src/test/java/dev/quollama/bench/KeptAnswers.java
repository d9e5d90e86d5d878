package dev.quollama.bench;

import java.io.IOException;
import java.util.Map;

/** What the answers that have ended take, which are kept for those who come back for them, when there are more than may be kept. */
final class KeptAnswers implements Measurement {

    /** The service's own default for what is kept of all of them together. */
    private static final int LIMIT_MIB = 64;

    /** Twice as much as the limit, in answers of some 1 MiB. */
    private static final int BATCHES = 16;

    private static final int ANSWERS_A_BATCH = 8;
    private static final AnswerPlan PLAN = AnswerPlan.of(AnswerPlan.Kind.FLOOD, (1 << 20) / TokenLine.SMALLEST_TOKEN);

    @Override
    public String name() {
        return "kept";
    }

    @Override
    public void measure(Bench bench) throws IOException, InterruptedException {
        try (Quollama quollama = bench.start(Map.of());
                HeapProbe heap = quollama.heap()) {
            bench.load(quollama, AnswerPlan.paced(50, 50), ANSWERS_A_BATCH);
            double before = heap.liveKib();
            for (int batch = 0; batch < BATCHES; batch++) {
                bench.load(quollama, PLAN, ANSWERS_A_BATCH);
            }
            double kept = (heap.liveKib() - before) / 1024;
            bench.table().add("heap after 128 answers of 1 MiB have ended", kept, "MiB", Budget.atMost(LIMIT_MIB));
        }
    }
}
