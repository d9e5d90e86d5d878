package dev.quollama.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Why a frame was not acted upon. */
@RegisterForReflection
enum RefusalCode {
    /** It is not a frame of the protocol. */
    BAD_FRAME,
    /** It is over the size limit. */
    TOO_LARGE,
    /** There are too many unfinished answers already. */
    TOO_MANY,
    /** The answer is somebody else's. */
    NOT_YOURS,
    /** There is no such answer, or not any more. */
    GONE;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
