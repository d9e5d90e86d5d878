package dev.quollama.generation;

import dev.quollama.ollama.FailureCode;

/** Something that happened to an answer. Events are numbered from 1; one that holds several carries the number of the last. */
public sealed interface AnswerEvent {

    /** The number of this event, or of the last of those that are merged in it. */
    int seq();

    /** Whether nothing comes after it. */
    default boolean isLast() {
        return true;
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
     * @param message one sentence for the person who asked
     * @param hint what to type or set, or null
     */
    record Failed(int seq, FailureCode code, String message, String hint) implements AnswerEvent {}
}
