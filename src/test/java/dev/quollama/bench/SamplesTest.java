package dev.quollama.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private final Samples samples = new Samples();

    @Test
    void aQuantileIsTheSampleThatSoManyDoNotExceed() {
        LongStream.rangeClosed(1, 100).map(millis -> millis * 1_000_000).forEach(samples::add);

        assertEquals(50, samples.quantileMillis(0.5));
        assertEquals(99, samples.quantileMillis(0.99));
    }

    @Test
    void withoutSamplesThereIsNoQuantile() {
        assertEquals(Double.NaN, samples.quantileMillis(0.5));
    }
}
