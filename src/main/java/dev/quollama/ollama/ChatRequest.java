package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The body of {@code POST /api/chat}.
 *
 * @param model the model's name, never null
 * @param messages the conversation so far, oldest first, never null; empty only loads the model
 * @param options sampling options by Ollama's names, or null for the model's own
 * @param think {@code true}, {@code false}, a level as text, or null to leave it to the model
 * @param format {@code "json"}, a JSON schema, or null for free text
 * @param keepAlive how long the model stays loaded, as Ollama writes durations, or null for the server's default
 * @see <a href="https://github.com/ollama/ollama/blob/main/docs/api.md">Ollama's API</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatRequest(
        String model,
        List<ChatMessage> messages,
        Map<String, JsonNode> options,
        JsonNode think,
        JsonNode format,
        @JsonProperty("keep_alive") String keepAlive) {

    /** Ollama streams when the field is absent as well; it is sent because proxies in between have other defaults. */
    @JsonProperty
    boolean stream() {
        return true;
    }

    /** Left to itself, Ollama drops the oldest turns of a conversation that does not fit, and says nothing. */
    @JsonProperty
    boolean truncate() {
        return false;
    }

    /** Nor may it drop them to make room while it answers: the answer ends there instead, with {@code length}. */
    @JsonProperty
    boolean shift() {
        return false;
    }
}
