package dev.quollama.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A load that was watched for a while, in its midst. Its samples may be looked at once it has ended.
 *
 * @param tokensPerSecond tokens that came, a second
 * @param cpuMicros Quollama's processor time for each of them
 */
record Watched(Load load, double tokensPerSecond, double cpuMicros) {

    /** Watches from the moment that all answers have begun. The load is as it was then. */
    static Watched of(Load load, Quollama quollama, Duration window) throws InterruptedException {
        load.awaitBegun();
        Duration cpu = quollama.cpu();
        long begin = System.nanoTime();
        load.watch(true);
        TimeUnit.NANOSECONDS.sleep(window.toNanos());
        load.watch(false);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Duration used = quollama.cpu().minus(cpu);
        int tokens = load.latencies().count();
        return new Watched(load, tokens / seconds, used.toNanos() / 1e3 / tokens);
    }

    double millis(double share) {
        return load.latencies().quantileMillis(share);
    }
}
