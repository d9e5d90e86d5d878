package dev.quollama.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Through Quollama's {@code /chat}, a socket to an answer, as if each had its own browser. */
final class QuollamaRoute implements Route {

    /** Longer than any frame can be: all of an answer of 4 MiB, twice over. */
    private static final int LARGEST_FRAME = 8 << 20;

    private static final byte[] DELTA = "{\"type\":\"delta\"".getBytes(StandardCharsets.US_ASCII);

    private final WebSocketClient client;
    private final int port;

    QuollamaRoute(Vertx vertx, int port) {
        this(vertx, port, new WebSocketClientOptions());
    }

    /**
     * @param options what is to be special about the sockets
     */
    QuollamaRoute(Vertx vertx, int port, WebSocketClientOptions options) {
        this.port = port;
        client = vertx.createWebSocketClient(options.setMaxConnections(Load.MOST_ANSWERS)
                .setMaxFrameSize(LARGEST_FRAME)
                .setMaxMessageSize(LARGEST_FRAME));
    }

    @Override
    public void ask(AnswerPlan plan, UUID id, Reception reception) {
        connect(plan, id, reception);
    }

    /** Asks, and gives the socket at hand. */
    Future<WebSocket> connect(AnswerPlan plan, UUID id, Reception reception) {
        return connect().onFailure(reception::fail).onSuccess(socket -> {
            read(socket, reception);
            socket.writeTextMessage(ask(plan, id)).onSuccess(ignored -> reception.asked(() -> leave(socket, id)));
        });
    }

    /** A socket on which nothing has been said. */
    Future<WebSocket> connect() {
        return client.connect(
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/chat"));
    }

    /** The frame that asks for an answer; the fake knows the answer by the same id. */
    static String ask(AnswerPlan plan, UUID id) {
        return "{\"type\":\"ask\",\"id\":\"%s\",\"model\":\"bench\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                .formatted(id, plan.prompt(id));
    }

    static String stop(UUID id) {
        return "{\"type\":\"stop\",\"id\":\"%s\"}".formatted(id);
    }

    /** Stops first: the service lets an answer go on for a while when its reader has merely gone. */
    private static void leave(WebSocket socket, UUID id) {
        socket.writeTextMessage(stop(id));
        socket.close();
    }

    private static void read(WebSocket socket, Reception reception) {
        socket.closeHandler(ignored -> reception.fail(new IllegalStateException("the socket closed")));
        socket.exceptionHandler(reception::fail);
        socket.handler(frame -> {
            if (startsWithDelta(frame)) {
                reception.receive(frame);
            } else {
                other(frame.toString(), socket, reception);
            }
        });
    }

    private static void other(String frame, WebSocket socket, Reception reception) {
        if (frame.contains("\"type\":\"waiting\"")) {
            return;
        }
        if (frame.contains("\"type\":\"done\"")) {
            reception.end();
        } else {
            reception.fail(new IllegalStateException(frame));
        }
        socket.close();
    }

    private static boolean startsWithDelta(Buffer frame) {
        if (frame.length() < DELTA.length) {
            return false;
        }
        for (int i = 0; i < DELTA.length; i++) {
            if (frame.getByte(i) != DELTA[i]) {
                return false;
            }
        }
        return true;
    }
}
