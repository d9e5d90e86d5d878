package dev.quollama.generation;

import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** An answer's conversation with the upstream: takes what comes, and can be closed at any moment, also before it has begun. */
final class Exchange implements MultiSubscriber<ChatChunk> {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final Generation generation;
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

    Exchange(Generation generation) {
        this.generation = generation;
    }

    @Override
    public void onSubscribe(Flow.Subscription incoming) {
        if (Subscriptions.setIfEmpty(subscription, incoming)) {
            // The log is bounded by itself, and readers never hold the model back.
            incoming.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onItem(ChatChunk chunk) {
        String thinking = chunk.message() == null ? "" : text(chunk.message().thinking());
        String content = chunk.message() == null ? "" : text(chunk.message().content());
        if (!thinking.isEmpty() || !content.isEmpty()) {
            generation.append(thinking, content);
        }
        if (chunk.done()) {
            generation.finish(Objects.requireNonNullElse(chunk.doneReason(), "stop"), AnswerStats.of(chunk));
        }
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    @Override
    public void onFailure(Throwable thrown) {
        if (thrown instanceof UpstreamFailure failure) {
            generation.fail(failure);
        } else {
            LOG.errorf(thrown, "Answer %s failed in an unexpected way", generation.id());
            generation.fail(new UpstreamFailure(
                    FailureCode.OLLAMA_ERROR, "Something went wrong inside Quollama; its log says what.", null));
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
