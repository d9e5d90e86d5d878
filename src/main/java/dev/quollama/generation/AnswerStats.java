package dev.quollama.generation;

import dev.quollama.ollama.ChatChunk;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Ollama's own counters for an answer; what it left out is 0.
 *
 * @param promptTokens tokens of the prompt
 * @param tokens tokens generated, thinking included
 * @param loadMs loading the model, in milliseconds
 * @param promptMs reading the prompt, in milliseconds
 * @param generateMs generating, in milliseconds; 0 when it was too short to be measured
 */
@RegisterForReflection
public record AnswerStats(long promptTokens, long tokens, long loadMs, long promptMs, long generateMs) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    static AnswerStats of(ChatChunk last) {
        return new AnswerStats(
                last.promptEvalCount(),
                last.evalCount(),
                last.loadDuration() / NANOS_PER_MILLI,
                last.promptEvalDuration() / NANOS_PER_MILLI,
                last.evalDuration() / NANOS_PER_MILLI);
    }
}
