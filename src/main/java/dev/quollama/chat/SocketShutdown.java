package dev.quollama.chat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Tells every page that the service stops, so that it knows to come back. */
@Singleton
class SocketShutdown {

    /** After the answers have ended. */
    static final int AFTER_THE_ANSWERS = 200;

    /** RFC 6455, section 7.4.1: the endpoint is going away. */
    private static final int GOING_AWAY = 1001;

    /** A peer that does not take its close frame is not waited for. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final OpenConnections connections;

    SocketShutdown(OpenConnections connections) {
        this.connections = connections;
    }

    void onShutdown(@Observes @Priority(AFTER_THE_ANSWERS) ShutdownDelayInitiatedEvent ignored) {
        CloseReason reason = new CloseReason(GOING_AWAY, "Quollama is being stopped");
        List<Uni<Void>> closes = connections.stream()
                .map((WebSocketConnection connection) ->
                        connection.close(reason).onFailure().recoverWithNull())
                .toList();
        if (!closes.isEmpty()) {
            Uni.join()
                    .all(closes)
                    .andCollectFailures()
                    .replaceWithVoid()
                    .ifNoItem()
                    .after(LONGEST)
                    .recoverWithItem(() -> null)
                    .await()
                    .indefinitely();
        }
    }
}
