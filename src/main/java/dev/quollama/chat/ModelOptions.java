package dev.quollama.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The options that Ollama knows. It ignores those it does not know, without a word, and answers a wrong type with an internal error:
 * so both are told here.
 *
 * @see <a href="https://github.com/ollama/ollama/blob/main/api/types.go">Ollama's Options and Runner</a>
 */
final class ModelOptions {

    private record Kind(String words, Predicate<JsonNode> fits) {}

    private static final Kind WHOLE = new Kind("a whole number", JsonNode::isIntegralNumber);
    private static final Kind NUMBER = new Kind("a number", JsonNode::isNumber);
    private static final Kind SWITCH = new Kind("true or false", JsonNode::isBoolean);
    private static final Kind TEXTS = new Kind("a list of texts", ModelOptions::isListOfTexts);

    private static final Map<String, Kind> KNOWN = Map.ofEntries(
            Map.entry("num_keep", WHOLE),
            Map.entry("seed", WHOLE),
            Map.entry("num_predict", WHOLE),
            Map.entry("top_k", WHOLE),
            Map.entry("top_p", NUMBER),
            Map.entry("min_p", NUMBER),
            Map.entry("typical_p", NUMBER),
            Map.entry("repeat_last_n", WHOLE),
            Map.entry("temperature", NUMBER),
            Map.entry("repeat_penalty", NUMBER),
            Map.entry("presence_penalty", NUMBER),
            Map.entry("frequency_penalty", NUMBER),
            Map.entry("stop", TEXTS),
            Map.entry("num_ctx", WHOLE),
            Map.entry("num_batch", WHOLE),
            Map.entry("num_gpu", WHOLE),
            Map.entry("main_gpu", WHOLE),
            Map.entry("use_mmap", SWITCH),
            Map.entry("num_thread", WHOLE));

    private ModelOptions() {}

    /** A sentence about what is wrong with an option, or nothing. */
    static Optional<String> mistake(String name, JsonNode value) {
        Kind kind = KNOWN.get(name);
        if (kind == null) {
            return Optional.of("\"options." + name + "\" is no option of a model.");
        }
        return kind.fits().test(value)
                ? Optional.empty()
                : Optional.of("\"options." + name + "\" has to be " + kind.words() + ".");
    }

    private static boolean isListOfTexts(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode text : value) {
            if (!text.isTextual()) {
                return false;
            }
        }
        return true;
    }
}
