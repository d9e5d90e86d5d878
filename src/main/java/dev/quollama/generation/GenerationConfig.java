package dev.quollama.generation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What bounds an answer. */
@ConfigMapping(prefix = "quollama.generation")
interface GenerationConfig {

    /** The most text that is kept of an answer; one that grows over it ends there. */
    @WithDefault("4M")
    MemorySize maxSize();
}
