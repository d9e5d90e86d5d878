package dev.quollama.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much later a token comes through Quollama than straight from the fake, and what it costs, as answers become more. */
final class Latency implements Measurement {

    private static final List<Double> SHARES = List.of(0.5, 0.99);

    /** More than come while anybody watches: the answers are hung up. */
    private static final int ENDLESS = 1_000_000;

    /** With fewer, the tokens cost less than what a JVM does anyway in the background. */
    private static final int FEWEST_FOR_CPU = 100;

    /** A number of answers at a rate each, with the budgets for it if there are any. */
    private record Setting(int answers, int tokensPerSecond, Budget p50, Budget p99, Budget cpu) {

        static Setting free(int answers, int tokensPerSecond) {
            return new Setting(answers, tokensPerSecond, Budget.none(), Budget.none(), Budget.none());
        }

        String words() {
            return "%,d × %d tokens/s".formatted(answers, tokensPerSecond);
        }
    }

    private static final List<Setting> SETTINGS = List.of(
            Setting.free(1, 50),
            Setting.free(10, 50),
            new Setting(100, 50, Budget.atMost(0.3), Budget.atMost(5), Budget.atMost(70)),
            Setting.free(1_000, 5),
            Setting.free(1_000, 50));

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public void measure(Bench bench) throws IOException, InterruptedException {
        Map<Setting, Medians> taken = new LinkedHashMap<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            for (Setting setting : SETTINGS) {
                measure(bench, setting, taken.computeIfAbsent(setting, ignored -> new Medians()));
            }
        }
        taken.forEach((setting, medians) -> report(bench.table(), setting, medians));
    }

    private static void measure(Bench bench, Setting setting, Medians medians)
            throws IOException, InterruptedException {
        Watched direct = watch(bench, bench.direct(), setting);
        Watched through = watch(bench, bench.through(bench.warm()), setting);
        for (double share : SHARES) {
            medians.add("direct " + share, direct.millis(share));
            medians.add("through " + share, through.millis(share));
        }
        medians.add("cpu", through.cpuMicros());
        medians.add("direct rate", direct.tokensPerSecond());
        medians.add("through rate", through.tokensPerSecond());
        medians.add("failed", direct.load().failed() + through.load().failed());
    }

    private static Watched watch(Bench bench, Route route, Setting setting) throws IOException, InterruptedException {
        AnswerPlan plan = AnswerPlan.paced(ENDLESS, setting.tokensPerSecond());
        Load load = Load.start(bench.vertx(), route, plan, setting.answers());
        Watched watched = Watched.of(load, bench.warm(), bench.settings().window());
        load.hangUp(bench.vertx());
        bench.warm().awaitIdle();
        return watched;
    }

    private static void report(Table table, Setting setting, Medians medians) {
        String what = "latency, " + setting.words();
        added(table, what + ", p50", medians, 0.5, setting.p50());
        added(table, what + ", p99", medians, 0.99, setting.p99());
        if (setting.answers() >= FEWEST_FOR_CPU) {
            table.add("CPU a token, " + setting.words(), medians.of("cpu"), "µs", setting.cpu());
        }
        table.beside(
                "tokens that came, " + setting.words(), medians.of("direct rate"), medians.of("through rate"), "/s");
        if (medians.most("failed") > 0) {
            table.add("answers that failed, " + setting.words(), medians.most("failed"), "", Budget.atMost(0));
        }
    }

    private static void added(Table table, String what, Medians medians, double share, Budget budget) {
        table.added(what, medians.of("direct " + share), medians.of("through " + share), "ms", budget);
    }
}
