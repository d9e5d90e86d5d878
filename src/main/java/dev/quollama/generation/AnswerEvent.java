package dev.quollama.generation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.quollama.ollama.UpstreamFailure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Something that happened to an answer. Events are numbered from 1; one that holds several carries the number of the last. */
public sealed interface AnswerEvent {

    /** The number of this event, or of the last of those that are merged in it. */
    int seq();

    /** Whether nothing comes after it. */
    default boolean isLast() {
        return true;
    }

    /** What an answer waits for before its first token. */
    @RegisterForReflection
    enum Phase {
        /** For its turn, here or in Ollama. */
        QUEUED,
        /** For the model to be loaded. */
        LOADING,
        /** For the model to have read the prompt. */
        PROMPT;

        /** The phase as frames spell it. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The model has not begun yet.
     *
     * @param position its place in the line when it is {@link Phase#QUEUED}: 1 is next; null in other phases
     */
    record Waiting(int seq, Phase phase, Integer position) implements AnswerEvent {
        @Override
        public boolean isLast() {
            return false;
        }
    }

    /**
     * Text that the model produced since the event that the reader saw last.
     *
     * @param thinking reasoning, possibly empty, never null
     * @param content the answer's text, possibly empty, never null
     */
    record Delta(int seq, String thinking, String content) implements AnswerEvent {
        @Override
        public boolean isLast() {
            return false;
        }
    }

    /**
     * The model finished.
     *
     * @param reason Ollama's: {@code stop}, or {@code length} when a limit cut the answer
     */
    record Done(int seq, String reason, AnswerStats stats) implements AnswerEvent {}

    /** Somebody stopped it, or nobody was left to read it. */
    record Stopped(int seq) implements AnswerEvent {}

    /**
     * It could not be finished; the text so far stays.
     *
     * @param failure what to tell the person who asked
     */
    record Failed(int seq, UpstreamFailure failure) implements AnswerEvent {}
}
