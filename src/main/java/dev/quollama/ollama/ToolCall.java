package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call that the model asks for. Ollama sends each of them whole, in one chunk.
 *
 * @param id Ollama's own name for the call, or null from older servers
 * @param function what to call
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolCall(String id, Function function) {

    /**
     * The function and its arguments.
     *
     * @param index the call's place among those of the same answer, or null from older servers
     * @param name one of the offered tools
     * @param arguments an object; the order of its keys varies from run to run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Function(Integer index, String name, JsonNode arguments) {}
}
