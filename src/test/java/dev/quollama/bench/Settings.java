package dev.quollama.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is measured and how long.
 *
 * @param parts what to measure; empty for everything
 * @param quick whether a rough figure is enough, as while one is developing
 * @param jvmOptions the options of Quollama's JVM
 */
record Settings(Set<String> parts, boolean quick, List<String> jvmOptions) {

    /** From the system properties {@code bench}, {@code bench.quick} and {@code bench.jvm}. */
    static Settings fromProperties() {
        return new Settings(
                words("bench", "", ",").stream()
                        .filter(part -> !part.equals("all"))
                        .collect(Collectors.toSet()),
                Boolean.getBoolean("bench.quick"),
                words("bench.jvm", "-Xmx512m", " "));
    }

    boolean includes(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    /** How many times a thing is measured, for the median. */
    int rounds() {
        return quick ? 1 : 5;
    }

    /** How long a round lasts: short, so that a neighbour's burst spoils one of them and not the median. */
    Duration window() {
        return Duration.ofSeconds(2);
    }

    /** How long the service is under load before the first measurement, so that its code is compiled. */
    Duration warmUp() {
        return Duration.ofSeconds(quick ? 6 : 15);
    }

    private static List<String> words(String property, String otherwise, String separator) {
        return Arrays.stream(System.getProperty(property, otherwise).split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
