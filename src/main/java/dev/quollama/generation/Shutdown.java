package dev.quollama.generation;

import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Lets running answers finish before the service stops, for a bounded time. */
@Singleton
class Shutdown {

    private static final Logger LOG = Logger.getLogger(Shutdown.class);

    /** Before the sockets are closed. */
    static final int FIRST = 100;

    private final Generations generations;
    private final ShutdownConfig config;

    Shutdown(Generations generations, ShutdownConfig config) {
        this.generations = generations;
        this.config = config;
    }

    /** Blocks the shutdown, which is what the event is for. */
    void onShutdown(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent ignored) throws InterruptedException {
        try {
            generations.close().get(config.grace().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.infof("Answers are still running after %s; they end here", config.grace());
            generations.failAll(new UpstreamFailure(
                    FailureCode.SHUTTING_DOWN, "Quollama was stopped before the answer was complete.", null));
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing fails while waiting for answers to end", e);
        }
    }
}
