package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One message of a conversation, as Ollama reads and writes it.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param content the text, null or empty when there is none
 * @param thinking the reasoning that came before the text, or null
 * @param images base64 without a {@code data:} prefix, or null
 * @param toolCalls the tools the model wants called, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatMessage(
        String role,
        String content,
        String thinking,
        List<String> images,
        @JsonProperty("tool_calls") List<ToolCall> toolCalls) {

    /** A message of nothing but text. */
    public static ChatMessage of(String role, String content) {
        return new ChatMessage(role, content, null, null, null);
    }
}
