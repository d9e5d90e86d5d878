package dev.quollama.bench;

import java.util.Arrays;

/** Many durations, each of them kept. Not for several threads at once. */
final class Samples {

    private static final int INITIAL_CAPACITY = 1 << 16;

    private long[] nanos = new long[INITIAL_CAPACITY];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    int count() {
        return count;
    }

    /**
     * The duration that this share of the samples does not exceed.
     *
     * @param share over 0, up to 1
     * @return milliseconds; NaN without samples
     */
    double quantileMillis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, count);
        return nanos[(int) Math.ceil(share * count) - 1] / 1e6;
    }
}
