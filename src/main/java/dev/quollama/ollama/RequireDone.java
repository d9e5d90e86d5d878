package dev.quollama.ollama;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.operators.multi.MultiOperatorProcessor;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/**
 * Tells an answer that has ended from one that was cut off: the bytes of both may end alike, and only a chunk with {@code done} says
 * that the model had finished. After that chunk nothing can fail any more.
 */
final class RequireDone extends AbstractMultiOperator<ChatChunk, ChatChunk> {

    RequireDone(Multi<ChatChunk> chunks) {
        super(chunks);
    }

    @Override
    public void subscribe(MultiSubscriber<? super ChatChunk> downstream) {
        upstream.subscribe(new Processor(downstream));
    }

    private static final class Processor extends MultiOperatorProcessor<ChatChunk, ChatChunk> {

        private boolean done;

        Processor(MultiSubscriber<? super ChatChunk> downstream) {
            super(downstream);
        }

        @Override
        public void onItem(ChatChunk chunk) {
            if (!done) {
                done = chunk.done();
                super.onItem(chunk);
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            if (done) {
                super.onCompletion();
            } else {
                super.onFailure(failure);
            }
        }

        @Override
        public void onCompletion() {
            if (done) {
                super.onCompletion();
            } else {
                super.onFailure(Failures.cutOff());
            }
        }
    }
}
