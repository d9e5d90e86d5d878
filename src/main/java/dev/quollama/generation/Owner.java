package dev.quollama.generation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who asked: a browser session, or a single socket that has none.
 *
 * @param id a secret that nobody else can know or guess, never null
 */
public record Owner(String id) {

    /** Whether both are the same, in a time that tells nothing of where they differ. */
    boolean is(Owner other) {
        return MessageDigest.isEqual(id.getBytes(StandardCharsets.UTF_8), other.id.getBytes(StandardCharsets.UTF_8));
    }

    /** Never the secret itself, which would end up in a log. */
    @Override
    public String toString() {
        return "Owner[#" + Integer.toHexString(id.hashCode()) + "]";
    }
}
