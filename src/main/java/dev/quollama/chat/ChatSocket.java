package dev.quollama.chat;

import dev.quollama.access.Owners;
import dev.quollama.generation.Ask;
import dev.quollama.generation.Generation;
import dev.quollama.generation.Generations;
import dev.quollama.generation.Owner;
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
    private final Owners owners;

    ChatSocket(FrameReader frames, Generations generations, Owners owners) {
        this.frames = frames;
        this.generations = generations;
        this.owners = owners;
    }

    @OnOpen
    @NonBlocking
    void onOpen(WebSocketConnection connection) {
        Readers.open(connection);
    }

    @OnTextMessage(outputCodec = FrameCodec.class)
    Multi<ServerFrame> onFrame(String text, WebSocketConnection connection) {
        try {
            return act(frames.read(text), connection);
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

    private Multi<ServerFrame> act(ClientFrame frame, WebSocketConnection connection) {
        if (frame instanceof ClientFrame.Ping) {
            return Multi.createFrom().item(new ServerFrame.Pong());
        }
        Owner owner = owners.of(connection);
        if (frame instanceof ClientFrame.Ask ask) {
            return read(found(ask, generations.start(asked(ask, owner))), 0, connection);
        }
        Generation generation = found(frame, generations.find(UUID.fromString(frame.id()), owner));
        if (frame instanceof ClientFrame.Resume resume) {
            return read(generation, resume.after(), connection);
        }
        generation.stop();
        return Multi.createFrom().empty();
    }

    private static Generation found(ClientFrame frame, Generations.Outcome outcome) {
        if (outcome instanceof Generations.Found found) {
            return found.generation();
        }
        throw Refusal.of(frame.id(), (Generations.Missing) outcome);
    }

    private static Multi<ServerFrame> read(Generation generation, int seen, WebSocketConnection connection) {
        return Readers.of(connection)
                .read(generation, seen)
                .onItem()
                .transform(event -> ServerFrame.of(generation.id(), event));
    }

    private static Ask asked(ClientFrame.Ask ask, Owner owner) {
        ChatRequest request = new ChatRequest(
                ask.model(),
                ask.messages().stream()
                        .map(turn -> new ChatMessage(turn.role(), turn.content(), null, turn.images(), null))
                        .toList(),
                ask.options(),
                ask.think(),
                ask.format(),
                ask.keepAlive());
        return new Ask(UUID.fromString(ask.id()), owner, request);
    }
}
