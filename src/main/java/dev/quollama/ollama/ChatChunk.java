package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One line of a streamed answer. Ollama leaves out every counter that is zero, and sends counters only with the last chunk.
 *
 * @param model the model as the request spelt it
 * @param message the text that came with this chunk; null only when the line had none
 * @param done whether this is the last chunk
 * @param doneReason {@code stop}, {@code length}, {@code load} or {@code unload}; null before the last chunk
 * @param totalDuration the whole exchange, in nanoseconds
 * @param loadDuration loading the model, in nanoseconds
 * @param promptEvalCount tokens of the prompt that were evaluated
 * @param promptEvalDuration evaluating them, in nanoseconds
 * @param evalCount tokens generated, thinking included
 * @param evalDuration generating them, in nanoseconds; Ollama reports 1000 for a single token, which means "not measured"
 * @param logprobs the tokens' log probabilities when the request asked for them, else null
 * @param error what went wrong, in a stream that had already begun; null otherwise
 */
@RegisterForReflection
public record ChatChunk(
        String model,
        ChatMessage message,
        boolean done,
        @JsonProperty("done_reason") String doneReason,
        @JsonProperty("total_duration") long totalDuration,
        @JsonProperty("load_duration") long loadDuration,
        @JsonProperty("prompt_eval_count") long promptEvalCount,
        @JsonProperty("prompt_eval_duration") long promptEvalDuration,
        @JsonProperty("eval_count") long evalCount,
        @JsonProperty("eval_duration") long evalDuration,
        JsonNode logprobs,
        String error) {

    /** A piece of the answer's text. */
    public static ChatChunk content(String model, String text) {
        return piece(model, ChatMessage.of("assistant", text));
    }

    /** A piece of the reasoning before the answer. */
    public static ChatChunk thinking(String model, String text) {
        return piece(model, new ChatMessage("assistant", "", text, null, null));
    }

    private static ChatChunk piece(String model, ChatMessage message) {
        return new ChatChunk(model, message, false, null, 0, 0, 0, 0, 0, 0, null, null);
    }
}
