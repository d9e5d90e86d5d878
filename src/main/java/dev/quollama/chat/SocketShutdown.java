package dev.quollama.chat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Tells every page that the service stops, so that it knows to come back. */
@Singleton
class SocketShutdown {

    /** After the answers have ended. */
    static final int AFTER_THE_ANSWERS = 200;

    /** RFC 6455, section 7.4.1: the endpoint is going away. */
    private static final int GOING_AWAY = 1001;

    /** A peer that does not answer its close frame is not waited for any longer. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Pages answer within milliseconds; this thread has nothing else to do. */
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final OpenConnections connections;

    SocketShutdown(OpenConnections connections) {
        this.connections = connections;
    }

    void onShutdown(@Observes @Priority(AFTER_THE_ANSWERS) ShutdownDelayInitiatedEvent ignored) {
        CloseReason reason = new CloseReason(GOING_AWAY, "Quollama is being stopped");
        for (WebSocketConnection connection : connections) {
            connection.close(reason).subscribe().with(done -> {}, alreadyGone -> {});
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (isAnyOpen() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private boolean isAnyOpen() {
        return connections.stream().findAny().isPresent();
    }
}
