package dev.quollama.bench;

import java.io.IOException;

/** One part of the benchmark. */
interface Measurement {

    /** The word that selects it. */
    String name();

    /** Measures, and adds rows to the table. */
    void measure(Bench bench) throws IOException, InterruptedException;
}
