package dev.quollama.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What the figures were taken on. */
final class Machine {

    private static final double KIB_PER_GIB = 1024 * 1024;

    private Machine() {}

    /** In a line of Markdown, without names by which the machine could be told. */
    static String describe(Settings settings) throws IOException {
        return "%d cores (%s), %.0f GiB, %s %s, JDK %s; Quollama with `%s`; load average %s at the end.%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        Double.parseDouble(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / KIB_PER_GIB,
                        System.getProperty("os.name"),
                        System.getProperty("os.version").replaceAll("-.*", ""),
                        System.getProperty("java.version"),
                        String.join(" ", settings.jvmOptions()),
                        Files.readString(Path.of("/proc/loadavg")).split(" ")[0])
                .toString();
    }

    private static String field(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
