package dev.quollama.ollama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer's bytes mean, read line by line into plain JSON trees.
 *
 * @param chunks the lines that are part of the answer
 * @param error the text of the error line that ended it, or null
 */
record ExpectedAnswer(List<JsonNode> chunks, String error) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ExpectedAnswer of(String body) {
        List<JsonNode> lines =
                Stream.of(body.split("\n")).map(ExpectedAnswer::tree).toList();
        return new ExpectedAnswer(
                lines.stream().filter(line -> !line.has("error")).toList(),
                lines.get(lines.size() - 1).path("error").textValue());
    }

    /** Whether the last line says that the model had finished. */
    boolean finished() {
        return !chunks.isEmpty() && chunks.get(chunks.size() - 1).path("done").asBoolean();
    }

    void assertArrivedIn(List<ChatChunk> arrived) {
        assertEquals(chunks.size(), arrived.size(), "number of chunks");
        for (int i = 0; i < arrived.size(); i++) {
            assertSame(chunks.get(i), arrived.get(i));
        }
    }

    private static void assertSame(JsonNode line, ChatChunk chunk) {
        String text = line.toString();
        assertEquals(line.path("model").textValue(), chunk.model(), text);
        assertSame(line.path("message"), chunk.message());
        assertEquals(line.path("done").asBoolean(), chunk.done(), text);
        assertEquals(line.path("done_reason").textValue(), chunk.doneReason(), text);
        assertEquals(line.path("total_duration").asLong(), chunk.totalDuration(), text);
        assertEquals(line.path("load_duration").asLong(), chunk.loadDuration(), text);
        assertEquals(line.path("prompt_eval_count").asLong(), chunk.promptEvalCount(), text);
        assertEquals(line.path("prompt_eval_duration").asLong(), chunk.promptEvalDuration(), text);
        assertEquals(line.path("eval_count").asLong(), chunk.evalCount(), text);
        assertEquals(line.path("eval_duration").asLong(), chunk.evalDuration(), text);
        assertEquals(line.get("logprobs"), chunk.logprobs(), text);
    }

    private static void assertSame(JsonNode line, ChatMessage message) {
        String text = line.toString();
        assertEquals(line.path("role").textValue(), message.role(), text);
        assertEquals(line.path("content").textValue(), message.content(), text);
        assertEquals(line.path("thinking").textValue(), message.thinking(), text);
        JsonNode toolCalls = message.toolCalls() == null ? null : JSON.valueToTree(message.toolCalls());
        assertEquals(line.get("tool_calls"), toolCalls, text);
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
