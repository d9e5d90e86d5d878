package dev.quollama.generation;

import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The answers in the making and those that have just been made, by their ids. */
@Singleton
public class Generations {

    /** Compared with when there is no such answer, so that this takes as long as when there is one of another owner. */
    private static final Owner NOBODY = new Owner("nobody");

    private final Upstream upstream;
    private final GenerationConfig config;
    private final Timers timers;
    private final Admission admission;
    private final WaitingWatch watch;
    private final Retention retention;
    private final OwnersLimit perOwner;
    private final ConcurrentMap<UUID, Generation> known = new ConcurrentHashMap<>();
    private final Closing closing = new Closing();

    Generations(Upstream upstream, GenerationConfig config, Timers timers) {
        this.upstream = upstream;
        this.config = config;
        this.timers = timers;
        this.admission = new Admission(config.maxRunning(), config.maxQueued());
        this.watch = new WaitingWatch(admission, upstream, timers);
        this.retention = new Retention(
                config.retention(), config.retainedSize().asLongValue(), timers, gone -> known.remove(gone.id(), gone));
        this.perOwner = new OwnersLimit(config.maxPerOwner());
    }

    /** What became of a question, or of the wish to see an answer. */
    public sealed interface Outcome {}

    /** Here is the answer. */
    public record Found(Generation generation) implements Outcome {}

    /** Why there is none. */
    public enum Missing implements Outcome {
        /** The id belongs to another answer. */
        ID_IN_USE,
        /** The owner has too many unfinished answers. */
        TOO_MANY,
        /** There is no such answer, or not any more. */
        GONE,
        /** It is somebody else's. */
        NOT_YOURS
    }

    /**
     * Registers an answer that its owner may come back to; it begins when its first reader comes.
     *
     * @return {@link Found}, {@link Missing#ID_IN_USE} or {@link Missing#TOO_MANY}
     */
    public Outcome start(Ask ask) {
        return start(ask, config.linger());
    }

    /** The same for an answer that nobody can come back to: it ends with its last reader. */
    public Outcome startUnlasting(Ask ask) {
        return start(ask, Duration.ZERO);
    }

    private Outcome start(Ask ask, Duration linger) {
        if (!perOwner.take(ask.owner())) {
            return Missing.TOO_MANY;
        }
        AnswerLog log = new AnswerLog(config.maxSize().asLongValue());
        Generation generation = new Generation(ask, upstream, log, linger, timers, new Bookkeeping());
        if (known.putIfAbsent(ask.id(), generation) != null) {
            perOwner.giveBack(ask.owner());
            return Missing.ID_IN_USE;
        }
        closing.enter();
        return new Found(generation);
    }

    /**
     * An answer that runs, or has ended not long ago.
     *
     * @return {@link Found}, {@link Missing#GONE} or {@link Missing#NOT_YOURS}, the latter two after the same time
     */
    public Outcome find(UUID id, Owner owner) {
        Generation generation = known.get(id);
        boolean own = owner.is(generation == null ? NOBODY : generation.owner());
        if (generation == null) {
            return Missing.GONE;
        }
        return own ? new Found(generation) : Missing.NOT_YOURS;
    }

    /** How many answers are unfinished. */
    public int unfinished() {
        return closing.unfinished();
    }

    /** How many answers can be read: those that are unfinished and those that are kept. */
    public int known() {
        return known.size();
    }

    /**
     * Takes no more questions.
     *
     * @return completes when the last answer is over
     */
    CompletableFuture<Void> close() {
        return closing.begin();
    }

    /** Ends what is still running. */
    void failAll(UpstreamFailure failure) {
        known.values().forEach(generation -> generation.fail(failure));
    }

    /** Follows each answer from its begin to its end. */
    private final class Bookkeeping implements Generation.Lifecycle {

        @Override
        public void begins(Generation generation) {
            if (closing.hasBegun()) {
                generation.fail(new UpstreamFailure(
                        FailureCode.SHUTTING_DOWN, "Quollama is about to stop and takes no more questions.", null));
            } else if (admission.enter(generation)) {
                watch.wake();
            } else {
                generation.fail(new UpstreamFailure(
                        FailureCode.BUSY, "Too many questions are waiting already.", "quollama.generation.max-queued"));
            }
        }

        @Override
        public void isOver(Generation generation) {
            perOwner.giveBack(generation.owner());
            retention.keep(generation);
            admission.leave(generation);
            watch.wake();
            closing.leave();
        }
    }
}
