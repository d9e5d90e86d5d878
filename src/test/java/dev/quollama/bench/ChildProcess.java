package dev.quollama.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of this one's kind, on this one's class path. */
final class ChildProcess implements AutoCloseable {

    /** What the child prints before its port, once it can be reached. */
    static final String READY = "ready ";

    /** One that is on the class path complains if it is not the one that is used. */
    private static final String LOG_MANAGER = "java.util.logging.manager";

    private final Process process;
    private final int port;

    private ChildProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the main class and waits until it says that it is ready. */
    static ChildProcess start(Class<?> main, String... jvmOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(javaCommand()));
        command.addAll(List.of(jvmOptions));
        command.add("-D" + LOG_MANAGER + "=" + System.getProperty(LOG_MANAGER));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(process, portOf(process.inputReader()));
    }

    static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Its port on 127.0.0.1. */
    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroy();
        }
    }

    private static int portOf(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return Integer.parseInt(line.substring(READY.length()));
            }
        }
        throw new IOException("a child process ended before it was ready");
    }
}
