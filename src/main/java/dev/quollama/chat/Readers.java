package dev.quollama.chat;

import dev.quollama.generation.AnswerReader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that one socket reads. A {@code Multi} that a socket callback returned is cancelled only when its next frame cannot be
 * sent, which for a silent model is never: so the socket's end is told to its readers from here.
 */
final class Readers {

    private final Set<AnswerReader> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    void add(AnswerReader reader) {
        open.add(reader);
        if (closed) {
            reader.cancel();
        }
    }

    void remove(AnswerReader reader) {
        open.remove(reader);
    }

    /** Whether the socket has gone. */
    boolean isClosed() {
        return closed;
    }

    /** The socket has gone: nobody reads here any more, and nobody will. */
    void close() {
        closed = true;
        open.forEach(AnswerReader::cancel);
    }
}
