package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One call of {@code /api/chat}: the body that is sent, and the handle on the connection that it is sent over.
 *
 * <p>The REST client closes a cancelled call only once the response headers have come, and Ollama sends none before the first
 * token: that is exactly when people press stop. So the call carries its own way out, which {@link ChatCallProvider} fills in.
 */
final class ChatCall {

    private final ChatRequest request;
    private final CompletableFuture<HttpClientRequest> connected = new CompletableFuture<>();

    ChatCall(ChatRequest request) {
        this.request = request;
    }

    @JsonValue
    ChatRequest request() {
        return request;
    }

    /** Told once there is a connection, before the request is written to it. */
    void connectedBy(HttpClientRequest httpRequest) {
        connected.complete(httpRequest);
    }

    /** Closes the connection now, or as soon as there is one. */
    void abort() {
        connected.thenAccept(sent -> {
            sent.reset();
            // A reset alone would keep the connection of a request that has not been written yet.
            sent.connection().close();
        });
    }

    /**
     * Runs an action when the response has begun, on the response's own context: from another thread, orders to it race with the
     * bytes that are on their way.
     */
    void whenResponding(Consumer<HttpClientResponse> action) {
        connected.thenAccept(sent -> sent.response().onSuccess(action::accept));
    }
}
