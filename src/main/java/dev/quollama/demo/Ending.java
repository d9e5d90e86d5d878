package dev.quollama.demo;

import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatMessage;

/**
 * What is known of an answer's last chunk before the answer has ended.
 *
 * @param reason {@code stop}, {@code length} or {@code load}
 * @param promptTokens the size of the prompt, roughly
 * @param tokens the chunks sent before this one
 * @param began when the question came, by {@link System#nanoTime()}
 * @param understood when the answer had been chosen, by the same clock
 */
record Ending(String model, String reason, int promptTokens, int tokens, long began, long understood) {

    /** The last chunk of an answer that ends now. */
    ChatChunk now() {
        long end = System.nanoTime();
        return new ChatChunk(
                model,
                ChatMessage.of("assistant", ""),
                true,
                reason,
                end - began,
                0,
                promptTokens,
                understood - began,
                tokens,
                end - understood,
                null,
                null);
    }
}
