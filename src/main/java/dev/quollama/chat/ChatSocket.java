package dev.quollama.chat;

import dev.quollama.generation.AnswerReader;
import dev.quollama.generation.Generation;
import dev.quollama.generation.Generations;
import dev.quollama.ollama.ChatMessage;
import dev.quollama.ollama.ChatRequest;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** The page's socket: any number of answers at once, in JSON frames. */
@WebSocket(path = "/chat")
class ChatSocket {

    private final FrameReader frames;
    private final Generations generations;

    ChatSocket(FrameReader frames, Generations generations) {
        this.frames = frames;
        this.generations = generations;
    }

    @OnOpen
    @NonBlocking
    void onOpen(WebSocketConnection connection) {
        Readers.open(connection);
    }

    @OnTextMessage(outputCodec = FrameCodec.class)
    Multi<ServerFrame> onFrame(String text, WebSocketConnection connection) {
        try {
            ClientFrame frame = frames.read(text);
            return frame instanceof ClientFrame.Ask ask ? ask(ask, Readers.of(connection)) : stop(frame);
        } catch (Refusal refusal) {
            return Multi.createFrom().item(refusal.frame());
        }
    }

    @OnBinaryMessage
    Uni<Void> onBinaryFrame(Buffer ignored, WebSocketConnection connection) {
        return connection.sendText(
                Refusal.badFrame(null, "A frame is JSON text, not binary.").frame());
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

    private Multi<ServerFrame> ask(ClientFrame.Ask ask, Readers readers) {
        Generation generation = generations
                .start(UUID.fromString(ask.id()), request(ask))
                .orElseThrow(() -> Refusal.badFrame(ask.id(), "That id is in use; every answer needs a new one."));
        return read(generation.readAfter(0), generation.id(), readers);
    }

    private Multi<ServerFrame> stop(ClientFrame stop) {
        generations
                .find(UUID.fromString(stop.id()))
                .orElseThrow(
                        () -> new Refusal(stop.id(), RefusalCode.GONE, "There is no such answer, or not any more."))
                .stop();
        return Multi.createFrom().empty();
    }

    private static Multi<ServerFrame> read(AnswerReader reader, UUID id, Readers readers) {
        readers.add(reader);
        return reader.onTermination()
                .invoke(() -> readers.remove(reader))
                .onItem()
                .transform(event -> ServerFrame.of(id, event));
    }

    private static ChatRequest request(ClientFrame.Ask ask) {
        return new ChatRequest(
                ask.model(),
                ask.messages().stream()
                        .map(turn -> new ChatMessage(turn.role(), turn.content(), null, turn.images(), null))
                        .toList(),
                ask.options(),
                ask.think(),
                ask.format(),
                ask.keepAlive());
    }
}
