package dev.quollama.ollama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The sentence inside Ollama's errors, which may be JSON that holds JSON as text, as deep as there are servers in between. */
final class OllamaError {

    /** Ollama nests once, for errors of its runner; a bound is needed because the text is not ours. */
    private static final int DEEPEST = 4;

    /** A page has room for a sentence; some errors carry a whole log. */
    private static final int LONGEST = 600;

    private static final ObjectMapper JSON = new ObjectMapper();

    private OllamaError() {}

    /**
     * @param body the body of an error answer, or the text of an error line; may be null
     * @return the innermost sentence, empty when there is none
     */
    static String sentence(String body) {
        String text = body == null ? "" : body.strip();
        for (int depth = 0; depth < DEEPEST && text.startsWith("{"); depth++) {
            JsonNode said = read(text);
            JsonNode error = said.path("error");
            JsonNode inner =
                    error.isObject() ? error.path("message") : error.isMissingNode() ? said.path("message") : error;
            if (!inner.isTextual()) {
                return "";
            }
            text = inner.textValue().strip();
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
