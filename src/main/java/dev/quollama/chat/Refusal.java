package dev.quollama.chat;

import dev.quollama.generation.Generations;

/** Says why a frame is not acted upon, in a sentence for whoever sent it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How much of an unusable id is sent back: enough to find it again. */
    private static final int LONGEST_ECHO = 64;

    private final String id;
    private final RefusalCode code;

    /**
     * @param id what the frame called its answer, or null
     */
    Refusal(String id, RefusalCode code, String message) {
        // No stack trace: it is an answer to bad input, which may come in a flood.
        super(message, null, false, false);
        this.id = id == null || id.length() <= LONGEST_ECHO ? id : id.substring(0, LONGEST_ECHO) + "…";
        this.code = code;
    }

    static Refusal badFrame(String id, String message) {
        return new Refusal(id, RefusalCode.BAD_FRAME, message);
    }

    /** Says why there is no answer to read or stop. */
    static Refusal of(String id, Generations.Missing missing) {
        return switch (missing) {
            case ID_IN_USE -> badFrame(id, "That id is in use; every answer needs a new one.");
            case TOO_MANY ->
                new Refusal(
                        id, RefusalCode.TOO_MANY, "Too many answers are unfinished; wait for one of them, or stop it.");
            case GONE -> new Refusal(id, RefusalCode.GONE, "There is no such answer, or not any more.");
            case NOT_YOURS -> new Refusal(id, RefusalCode.NOT_YOURS, "That answer belongs to another browser.");
        };
    }

    ServerFrame.Refused frame() {
        return new ServerFrame.Refused(id, code, getMessage());
    }
}
