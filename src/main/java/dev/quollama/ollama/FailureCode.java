package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an answer failed, in the few kinds that call for different things to do. */
public enum FailureCode {
    /** Nobody answers at the address: refused, unknown host, or no connection in time. */
    OLLAMA_UNREACHABLE,
    /** The model is not installed. */
    MODEL_NOT_FOUND,
    /** Images, thinking or tools were asked of a model that has none of it. */
    NO_CAPABILITY,
    /** The conversation does not fit the model's context. */
    CONTEXT_FULL,
    /** Too many are waiting already. */
    BUSY,
    /** No first token, or silence between tokens, for too long. */
    TIMEOUT,
    /** The connection broke, or the answer ended without an end. */
    INTERRUPTED,
    /** The answer grew over the size that is kept of it. */
    TOO_LARGE,
    /** This service is about to stop. */
    SHUTTING_DOWN,
    /** Anything else that Ollama said. */
    OLLAMA_ERROR;

    /** The code as frames and REST answers spell it, such as {@code model-not-found}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
