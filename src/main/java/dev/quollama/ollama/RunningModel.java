package dev.quollama.ollama;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A model that is loaded, as {@code GET /api/ps} lists it.
 *
 * @param name the name with its tag
 * @param size bytes of memory in all
 * @param sizeVram bytes of them on a GPU
 * @param contextLength the context it was loaded with, in tokens; 0 from servers that do not say
 */
public record RunningModel(
        String name,
        long size,
        @JsonProperty("size_vram") long sizeVram,
        @JsonProperty("context_length") long contextLength) {}
