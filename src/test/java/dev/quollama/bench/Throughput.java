package dev.quollama.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** How many tokens a second come through when the model is as fast as its reader, and what each costs. */
final class Throughput implements Measurement {

    /** Enough that no connection has to wait for another. */
    private static final int ANSWERS = 16;

    /** Within the 4 MiB that Quollama keeps of an answer. */
    private static final int LONGEST_ANSWER = 80_000;

    private static final int SHORT_ANSWER = LONGEST_ANSWER / 8;

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public void measure(Bench bench) throws IOException, InterruptedException {
        measure(bench, bench.warm(), "one token a write", AnswerPlan.Kind.ONE_BY_ONE, SHORT_ANSWER);
        measure(bench, bench.warm(), "64 tokens a write", AnswerPlan.Kind.FLOOD, LONGEST_ANSWER);
    }

    private static void measure(Bench bench, Quollama quollama, String what, AnswerPlan.Kind kind, int longest)
            throws InterruptedException {
        AnswerPlan plan = AnswerPlan.of(kind, bench.settings().quick() ? longest / 4 : longest);
        Medians medians = new Medians();
        long failed = 0;
        for (int round = 0; round < bench.settings().rounds(); round++) {
            for (Route route : List.of(bench.direct(), bench.through(quollama))) {
                String name = route instanceof DirectRoute ? "direct" : "through";
                Duration cpu = quollama.cpu();
                long begin = System.nanoTime();
                Load load = Load.start(bench.vertx(), route, plan, ANSWERS);
                load.awaitEnded();
                double tokens = (double) plan.tokens() * ANSWERS;
                medians.add(name + " rate", tokens / ((System.nanoTime() - begin) / 1e9));
                medians.add(name + " cpu", quollama.cpu().minus(cpu).toNanos() / 1e3 / tokens);
                failed += load.failed();
            }
        }
        String flood = "flooding, " + what;
        bench.table().beside("tokens/s, " + flood, medians.of("direct rate"), medians.of("through rate"), "/s");
        bench.table().add("CPU a token, " + flood, medians.of("through cpu"), "µs", Budget.none());
        bench.table().add("answers not whole, " + flood, failed, "", Budget.atMost(0));
    }
}
