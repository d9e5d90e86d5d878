package dev.quollama.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatMessage;
import dev.quollama.ollama.ChatRequest;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A conversation with the demo model, as a test tells it. */
final class Ask {

    /** As fast as the demo model goes. */
    static final Duration NO_PAUSE = Duration.ofNanos(1);

    private final List<ChatMessage> messages = new ArrayList<>();
    private Map<String, JsonNode> options;
    private JsonNode think;

    static Ask user(String... turns) {
        Ask ask = new Ask();
        for (String turn : turns) {
            if (!ask.messages.isEmpty()) {
                ask.messages.add(ChatMessage.of("assistant", "…"));
            }
            ask.messages.add(ChatMessage.of("user", turn));
        }
        return ask;
    }

    Ask with(ChatMessage message) {
        messages.add(message);
        return this;
    }

    Ask think(boolean wanted) {
        think = BooleanNode.valueOf(wanted);
        return this;
    }

    Ask numPredict(int most) {
        options = Map.of("num_predict", IntNode.valueOf(most));
        return this;
    }

    ChatRequest request() {
        return new ChatRequest(DemoUpstream.NAME, messages, options, think, null, null);
    }

    Multi<ChatChunk> stream() {
        return new DemoUpstream(new Scripts(), NO_PAUSE).chat(request());
    }

    List<ChatChunk> chunks() {
        return stream().collect().asList().await().atMost(Duration.ofSeconds(10));
    }

    /** All that was said, without the thinking. */
    String answer() {
        return content(chunks());
    }

    static String content(List<ChatChunk> chunks) {
        return chunks.stream().map(chunk -> chunk.message().content()).collect(Collectors.joining());
    }

    static String thinking(List<ChatChunk> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.message().thinking())
                .filter(text -> text != null)
                .collect(Collectors.joining());
    }
}
