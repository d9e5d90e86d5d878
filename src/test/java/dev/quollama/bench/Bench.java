package dev.quollama.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Map;

/** What a measurement works with. */
final class Bench implements AutoCloseable {

    private final Settings settings;
    private final Vertx vertx;
    private final int ollamaPort;
    private final Table table;
    private Quollama warm;

    /**
     * @param vertx the client's event loop
     * @param ollamaPort where the fake is
     */
    Bench(Settings settings, Vertx vertx, int ollamaPort, Table table) {
        this.settings = settings;
        this.vertx = vertx;
        this.ollamaPort = ollamaPort;
        this.table = table;
    }

    Settings settings() {
        return settings;
    }

    Vertx vertx() {
        return vertx;
    }

    int ollamaPort() {
        return ollamaPort;
    }

    Table table() {
        return table;
    }

    /** A service that has just been started, with more environment variables. */
    Quollama start(Map<String, String> environment) throws IOException, InterruptedException {
        return Quollama.start(settings, ollamaPort, environment);
    }

    /** The service that has been under load for a while, so that its code is compiled; always the same one. */
    Quollama warm() throws IOException, InterruptedException {
        if (warm == null) {
            warm = start(Map.of());
            int tokensPerSecond = 50;
            int tokens = tokensPerSecond * (int) settings.warmUp().toSeconds();
            load(warm, AnswerPlan.paced(tokens, tokensPerSecond), 100);
            load(warm, AnswerPlan.of(AnswerPlan.Kind.FLOOD, 20_000), 8);
            warm.awaitIdle();
        }
        return warm;
    }

    /** A load from its begin to its end. */
    Load load(Quollama quollama, AnswerPlan plan, int answers) {
        Load load = Load.start(vertx, through(quollama), plan, answers);
        load.awaitEnded();
        return load;
    }

    Route direct() {
        return new DirectRoute(vertx, ollamaPort);
    }

    QuollamaRoute through(Quollama quollama) {
        return new QuollamaRoute(vertx, quollama.port());
    }

    @Override
    public void close() {
        if (warm != null) {
            warm.close();
        }
    }
}
