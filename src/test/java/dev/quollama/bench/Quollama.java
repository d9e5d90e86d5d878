package dev.quollama.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged application in a process of its own, and what the operating system and the JVM say about it. */
final class Quollama implements AutoCloseable {

    private static final Path APPLICATION = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern COMPLAINT = Pattern.compile("^[-0-9]+ [:,0-9]+ (WARN|ERROR)");
    private static final Path LOG = Path.of("target", "benchmark-quollama.log");

    /** On a machine that does nothing else it takes a second. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** More than any grace that the service gives to running answers. */
    private static final Duration LONGEST_EXIT = Duration.ofSeconds(40);

    /** Within such a time an idle process uses next to nothing. */
    private static final int IDLE_MILLIS = 200;

    private static final int MOST_LOOKS = 50;

    private final Process process;
    private final int port;
    private final double startMillis;

    private Quollama(Process process, int port, double startMillis) {
        this.process = process;
        this.port = port;
        this.startMillis = startMillis;
    }

    /** Starts it before an Ollama on that port of 127.0.0.1, and waits until it serves its page. */
    static Quollama start(Settings settings, int ollamaPort, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(ChildProcess.javaCommand()));
        command.addAll(settings.jvmOptions());
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", APPLICATION.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().put("OLLAMA_HOST", "127.0.0.1:" + ollamaPort);
        // More than any run asks for: how answers wait for their turn is not what is measured.
        builder.environment().put("QUOLLAMA_GENERATION_MAX_RUNNING", Integer.toString(Load.MOST_ANSWERS));
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitPage(process, port, begin);
        return new Quollama(process, port, (System.nanoTime() - begin) / 1e6);
    }

    /** Begins a new log for all that are started from now on. */
    static void newLog() throws IOException {
        Files.writeString(LOG, "");
    }

    /** How many errors and warnings they have logged. */
    static long complaints() throws IOException {
        try (var lines = Files.lines(LOG)) {
            return lines.filter(COMPLAINT.asPredicate()).count();
        }
    }

    /** Its port on 127.0.0.1. */
    int port() {
        return port;
    }

    /** From the start of the process to the first answer to a request. */
    double startMillis() {
        return startMillis;
    }

    /** The processor time that it has used so far; the kernel counts it in steps of 10 ms. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Waits until it has nothing more to do, for a while at most. */
    void awaitIdle() throws InterruptedException {
        Duration used;
        int looks = 0;
        do {
            Duration before = cpu();
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
            used = cpu().minus(before);
        } while (used.toMillis() > IDLE_MILLIS / 10 && ++looks < MOST_LOOKS);
    }

    /** The memory that it has in RAM, in KiB. */
    long residentKib() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A look into its heap. */
    HeapProbe heap() throws IOException {
        return HeapProbe.attach(process.pid());
    }

    /**
     * Sends it SIGTERM.
     *
     * @return the milliseconds until it was gone
     */
    double terminate() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(LONGEST_EXIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPage(Process process, int port, long begin) throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + port + "/");
        while (!answers(page)) {
            if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
                process.destroyForcibly();
                throw new IOException("Quollama did not start; see " + LOG);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static boolean answers(URI page) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
    }
}
