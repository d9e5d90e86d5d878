package dev.quollama.chat;

import dev.quollama.generation.AnswerEvent;
import dev.quollama.generation.AnswerReader;
import dev.quollama.generation.Generation;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that one socket reads. A {@code Multi} that a socket callback returned is cancelled only when its next frame cannot be
 * sent, which for a silent model is never: so the socket's end is told to its readers from here.
 */
final class Readers {

    private static final UserData.TypedKey<Readers> KEY = new UserData.TypedKey<>(Readers.class.getName());

    private final Set<AnswerReader> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Begins to keep the readers of a socket that has just been opened. */
    static void open(WebSocketConnection connection) {
        connection.userData().put(KEY, new Readers());
    }

    /** The readers of an open socket. */
    static Readers of(WebSocketConnection connection) {
        return connection.userData().get(KEY);
    }

    /** What comes in an answer after the event that was seen last, until this socket closes. */
    Multi<AnswerEvent> read(Generation generation, int seen) {
        AnswerReader reader = generation.readAfter(seen);
        open.add(reader);
        if (closed) {
            reader.cancel();
        }
        return reader.onTermination().invoke(() -> open.remove(reader));
    }

    /** The socket has gone: nobody reads here any more, and nobody will. */
    void close() {
        closed = true;
        open.forEach(AnswerReader::cancel);
    }
}
