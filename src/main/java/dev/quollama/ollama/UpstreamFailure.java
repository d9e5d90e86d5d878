package dev.quollama.ollama;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A failure that a person can act on. Its message is a sentence for the page, never an internal detail. */
public final class UpstreamFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;
    private final String hint;
    private final transient Overflow overflow;

    /**
     * By how much a conversation does not fit.
     *
     * @param needed the tokens of the prompt
     * @param available the tokens that the model was loaded for
     */
    @RegisterForReflection
    public record Overflow(long needed, long available) {}

    /**
     * @param code the kind of failure
     * @param message one sentence for the person who asked
     * @param hint what to type or set, or null when there is nothing to do
     */
    public UpstreamFailure(FailureCode code, String message, String hint) {
        this(code, message, hint, null);
    }

    UpstreamFailure(FailureCode code, String message, String hint, Overflow overflow) {
        // No stack trace: these are answers, made on the hot path of an overloaded server.
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
        this.overflow = overflow;
    }

    /** The kind of failure, never null. */
    public FailureCode code() {
        return code;
    }

    /** What to type or set, or null. */
    public String hint() {
        return hint;
    }

    /** For {@link FailureCode#CONTEXT_FULL}: by how much; null when Ollama did not say, and for other failures. */
    public Overflow overflow() {
        return overflow;
    }
}
