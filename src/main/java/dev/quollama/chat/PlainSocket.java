package dev.quollama.chat;

import dev.quollama.access.Owners;
import dev.quollama.generation.AnswerEvent;
import dev.quollama.generation.Ask;
import dev.quollama.generation.Generations;
import dev.quollama.model.DefaultModel;
import dev.quollama.ollama.ChatMessage;
import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.UpstreamFailure;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The plain socket: a prompt in, the model's text out, then the end. */
@WebSocket(path = "/ws")
class PlainSocket {

    private static final UserData.TypedKey<AtomicInteger> QUESTIONS = new UserData.TypedKey<>("questions");

    private final Generations generations;
    private final DefaultModel defaultModel;
    private final Owners owners;

    PlainSocket(Generations generations, DefaultModel defaultModel, Owners owners) {
        this.generations = generations;
        this.defaultModel = defaultModel;
        this.owners = owners;
    }

    @OnOpen
    @NonBlocking
    void onOpen(WebSocketConnection connection) {
        Readers.open(connection);
        connection.userData().put(QUESTIONS, new AtomicInteger());
    }

    @OnTextMessage
    Multi<String> onPrompt(String prompt, WebSocketConnection connection) {
        if (connection.userData().get(QUESTIONS).getAndIncrement() > 0) {
            return Multi.createFrom().empty();
        }
        return defaultModel
                .name()
                .onItem()
                .transformToMulti(model -> ask(model, prompt, connection))
                .onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> error(failure.getMessage(), ((UpstreamFailure) failure).hint()))
                .onCompletion()
                .call(() -> connection.close());
    }

    @OnClose
    @NonBlocking
    void onClose(WebSocketConnection connection) {
        Readers.of(connection).close();
    }

    @OnError
    @NonBlocking
    void onError(Throwable thrown, WebSocketConnection connection) {
        SocketErrors.report(thrown, connection);
    }

    private Multi<String> ask(String model, String prompt, WebSocketConnection connection) {
        ChatRequest request = new ChatRequest(model, List.of(ChatMessage.of("user", prompt)), null, null, null, null);
        Ask ask = new Ask(UUID.randomUUID(), owners.of(connection), request);
        if (generations.startUnlasting(ask) instanceof Generations.Found found) {
            return Readers.of(connection)
                    .read(found.generation(), 0)
                    .onItem()
                    .transform(PlainSocket::text)
                    .select()
                    .where(text -> !text.isEmpty());
        }
        return Multi.createFrom().item(error("Too many answers are unfinished.", null));
    }

    /** The reasoning is left out: the demo that this socket is compatible with sent the answer alone. */
    private static String text(AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta delta) {
            return delta.content();
        }
        return event instanceof AnswerEvent.Failed failed
                ? error(failed.failure().getMessage(), failed.failure().hint())
                : "";
    }

    private static String error(String message, String hint) {
        return "Error: " + message + (hint == null ? "" : " (" + hint + ")");
    }
}
