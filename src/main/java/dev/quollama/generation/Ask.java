package dev.quollama.generation;

import dev.quollama.ollama.ChatRequest;
import java.util.UUID;

/**
 * A question, who asked it, and what its answer is to be called.
 *
 * @param id made by the asker, never used before
 */
public record Ask(UUID id, Owner owner, ChatRequest request) {}
