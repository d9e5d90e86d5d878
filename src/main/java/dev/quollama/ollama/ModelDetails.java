package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What {@code POST /api/show} tells of a model.
 *
 * @param capabilities what it can do, or null from servers that do not say
 * @param modelInfo the model file's own keys; arrays are null unless asked for
 * @param parameters the Modelfile's {@code PARAMETER} lines as one text, or null
 */
record ModelDetails(
        List<String> capabilities,
        @JsonProperty("model_info") Map<String, JsonNode> modelInfo,
        String parameters) {}
