package dev.quollama.generation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What bounds the answers, each and together. */
@ConfigMapping(prefix = "quollama.generation")
interface GenerationConfig {

    /** The most text that is kept of an answer; one that grows over it ends there. */
    @WithDefault("4M")
    MemorySize maxSize();

    /** How long an answer that nobody reads any more goes on; 0 ends it at once. */
    @WithDefault("60s")
    Duration linger();

    /** How long an answer can be read again after its end. */
    @WithDefault("5m")
    Duration retention();

    /** The most text that is kept of answers that have ended, all together; the oldest go first. */
    @WithDefault("64M")
    MemorySize retainedSize();

    /** Answers that Ollama is asked for at once; set to its own OLLAMA_NUM_PARALLEL, the queue forms here. */
    @WithDefault("1000")
    int maxRunning();

    /** Answers that may wait here for their turn. */
    @WithDefault("512")
    int maxQueued();

    /** Answers that one browser or script may have unfinished at once. */
    @WithDefault("8")
    int maxPerOwner();
}
