package dev.quollama.chat;

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

    ServerFrame.Refused frame() {
        return new ServerFrame.Refused(id, code, getMessage());
    }
}
