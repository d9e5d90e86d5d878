package dev.quollama.generation;

import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/**
 * One answer in the making. It asks the upstream when its first reader comes, keeps what is said in its log, and ends exactly once:
 * by itself, by {@link #stop()}, or when its last reader has gone.
 */
public final class Generation {

    private static final Logger LOG = Logger.getLogger(Generation.class);

    private final UUID id;
    private final ChatRequest request;
    private final Upstream upstream;
    private final AnswerLog log;
    private final Consumer<Generation> whenOver;
    private final List<AnswerReader> readers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Exchange exchange = new Exchange();

    Generation(UUID id, ChatRequest request, Upstream upstream, AnswerLog log, Consumer<Generation> whenOver) {
        this.id = id;
        this.request = request;
        this.upstream = upstream;
        this.log = log;
        this.whenOver = whenOver;
    }

    /** The id that the asker chose. */
    public UUID id() {
        return id;
    }

    /**
     * A new reader of this answer.
     *
     * @param seen the number of the last event that it has already, 0 to be told everything
     */
    public AnswerReader readAfter(int seen) {
        return new AnswerReader(this, seen);
    }

    /** Ends the answer and closes the upstream's connection at once. Does nothing when it is over. */
    public void stop() {
        cut(AnswerEvent.Stopped::new);
    }

    AnswerLog log() {
        return log;
    }

    void attach(AnswerReader reader) {
        readers.add(reader);
        if (begun.compareAndSet(false, true)) {
            upstream.chat(request).subscribe().withSubscriber(exchange);
        }
        reader.drain();
    }

    void detach(AnswerReader reader) {
        if (readers.remove(reader) && readers.isEmpty()) {
            stop();
        }
    }

    /** Ends the answer from this side. One that ended by itself is left to close its connection in its own time. */
    private void cut(IntFunction<AnswerEvent> event) {
        if (end(event)) {
            exchange.close();
        }
    }

    private boolean end(IntFunction<AnswerEvent> event) {
        boolean ended = log.end(event);
        if (ended) {
            whenOver.accept(this);
            readers.forEach(AnswerReader::drain);
        }
        return ended;
    }

    private void fail(FailureCode code, String message, String hint) {
        cut(seq -> new AnswerEvent.Failed(seq, code, message, hint));
    }

    /** The conversation with the upstream. */
    private final class Exchange implements MultiSubscriber<ChatChunk> {

        private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

        @Override
        public void onSubscribe(Flow.Subscription incoming) {
            if (Subscriptions.setIfEmpty(subscription, incoming)) {
                // The log is bounded by itself, and readers never hold the model back.
                incoming.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onItem(ChatChunk chunk) {
            String thinking =
                    chunk.message() == null ? "" : text(chunk.message().thinking());
            String content = chunk.message() == null ? "" : text(chunk.message().content());
            if (!thinking.isEmpty() || !content.isEmpty()) {
                append(thinking, content);
            }
            if (chunk.done()) {
                end(seq -> new AnswerEvent.Done(seq, chunk.doneReason(), AnswerStats.of(chunk)));
            }
        }

        private static String text(String value) {
            return Objects.requireNonNullElse(value, "");
        }

        private void append(String thinking, String content) {
            if (log.append(thinking, content)) {
                readers.forEach(AnswerReader::drain);
            } else {
                fail(FailureCode.TOO_LARGE, "The answer grew too large to be kept.", "quollama.generation.max-size");
            }
        }

        @Override
        public void onFailure(Throwable thrown) {
            if (thrown instanceof UpstreamFailure failure) {
                fail(failure.code(), failure.getMessage(), failure.hint());
            } else {
                LOG.errorf(thrown, "Answer %s failed in an unexpected way", id);
                fail(FailureCode.OLLAMA_ERROR, "Something went wrong inside Quollama; its log says what.", null);
            }
        }

        @Override
        public void onCompletion() {
            // Nothing is left to do after the chunk with done, and without one the upstream fails instead.
        }

        void close() {
            Subscriptions.cancel(subscription);
        }
    }
}
