package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An entry of {@code GET /api/tags}.
 *
 * @param name the name with its tag, as asked for
 * @param size bytes on disk
 * @param details what the file says of itself, or null
 * @param capabilities {@code completion}, {@code vision}, {@code thinking}, {@code tools}, {@code embedding}, …; null from
 *     servers that do not list them
 * @param builtIn whether it comes with this service; no server says so of its own
 */
public record InstalledModel(String name, long size, Details details, List<String> capabilities, boolean builtIn) {

    /**
     * What the model's file says of itself.
     *
     * @param family the architecture, such as {@code llama}
     * @param parameterSize the number of parameters as a person writes it, such as {@code 3.2B}
     * @param quantizationLevel such as {@code Q4_K_M}
     * @param contextLength the longest context in tokens, 0 from servers that do not say
     */
    public record Details(
            String family,
            @JsonProperty("parameter_size") String parameterSize,
            @JsonProperty("quantization_level") String quantizationLevel,
            @JsonProperty("context_length") long contextLength) {}

    /** Whether one can chat with it; a server that lists no capabilities is taken at its word that it runs models. */
    public boolean canChat() {
        return capabilities == null || capabilities.contains("completion");
    }

    InstalledModel withCapabilities(List<String> known) {
        return new InstalledModel(name, size, details, known, builtIn);
    }
}
