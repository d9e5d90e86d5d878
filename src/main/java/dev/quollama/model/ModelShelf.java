package dev.quollama.model;

import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import java.util.List;

/**
 * The answer of {@code GET /api/models}.
 *
 * @param ollama the server behind this one
 * @param defaultModel the model to begin with, or null when there is none
 * @param models those that one can chat with, possibly none
 */
record ModelShelf(Server ollama, String defaultModel, List<ModelCard> models) {

    /**
     * @param url where this service looks for Ollama
     * @param version null when it does not answer
     * @param problem why it does not answer, or null when it does
     */
    record Server(String url, String version, Problem problem) {}

    /** A failure in the words that a failed answer has as well. */
    record Problem(FailureCode code, String message, String hint) {

        static Problem of(UpstreamFailure failure) {
            return new Problem(failure.code(), failure.getMessage(), failure.hint());
        }
    }
}
