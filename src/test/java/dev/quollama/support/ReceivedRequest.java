package dev.quollama.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param method such as {@code POST}
 * @param path the target as it was sent, without the query
 * @param query what came after the question mark, or null
 * @param headers every header with its values in their order; the names compare without regard to case
 * @param body the body as text, chunk framing removed, empty when there was none
 */
public record ReceivedRequest(
        String method, String path, String query, Map<String, List<String>> headers, String body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The first value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /**
     * The body as JSON.
     *
     * @throws AssertionError when it is none
     */
    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }
}
