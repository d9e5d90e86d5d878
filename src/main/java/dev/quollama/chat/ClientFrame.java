package dev.quollama.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** What a page sends over {@code /chat}; see docs/protocol.md. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = ClientFrame.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = ClientFrame.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping")
})
sealed interface ClientFrame {

    /** The answer's id, a UUID that the page made; null where the frame is about no answer. */
    String id();

    /** Asks a model to continue a conversation. */
    record Ask(
            String id,
            String model,
            List<Message> messages,
            Map<String, JsonNode> options,
            JsonNode think,
            JsonNode format,
            String keepAlive)
            implements ClientFrame {}

    /** Ends an answer. */
    record Stop(String id) implements ClientFrame {}

    /** Reads an answer on from the event after the one that was seen last. */
    record Resume(String id, Integer after) implements ClientFrame {}

    /** Asks for a sign of life: a page has no way to send the WebSocket protocol's own. */
    record Ping() implements ClientFrame {
        @Override
        public String id() {
            return null;
        }
    }

    /** A turn of the conversation; images are base64. */
    @RegisterForReflection
    record Message(String role, String content, List<String> images) {}
}
