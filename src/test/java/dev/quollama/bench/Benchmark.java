package dev.quollama.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the packaged application and prints what it found; see docs/benchmarks.md. */
final class Benchmark {

    private static final Path REPORT = Path.of("target", "benchmark.md");

    private Benchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Settings settings = Settings.fromProperties();
        List<Measurement> measurements = List.of(
                new Latency(),
                new Throughput(),
                new StopLatency(),
                new ManyAnswers(),
                new StalledReaders(),
                new KeptAnswers(),
                new ShutdownTime());
        Table table = new Table();
        Quollama.newLog();
        Vertx vertx = EventLoop.start();
        try (ChildProcess fake = ChildProcess.start(FakeOllama.class, "-Xmx512m");
                Bench bench = new Bench(settings, vertx, fake.port(), table)) {
            for (Measurement measurement : measurements) {
                if (settings.includes(measurement.name())) {
                    measurement.measure(bench);
                }
            }
        } finally {
            vertx.close();
        }
        table.add("errors and warnings in Quollama's log", Quollama.complaints(), "", Budget.none());
        String report = Machine.describe(settings) + "\n" + table.markdown();
        Files.writeString(REPORT, report);
        System.out.println("\n" + report);
    }
}
