package dev.quollama.ollama;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where Ollama is and how long to wait for it. */
@ConfigMapping(prefix = "quollama.ollama")
interface OllamaConfig {

    /** Ollama's address, in any form that {@code OLLAMA_HOST} takes; that variable is the default. */
    @WithDefault("${OLLAMA_HOST:}")
    Optional<String> url();

    /** How long a connection may take to be made. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long the list of models and the like may take: small answers that Ollama has at hand. */
    @WithDefault("10s")
    Duration queryTimeout();

    /** How long the first token may take. Ollama sends nothing at all while it queues, loads the model and reads the prompt. */
    @WithDefault("10m")
    Duration firstToken();

    /** How long a model may be silent between two tokens. */
    @WithDefault("2m")
    Duration silence();

    /** The longest line of a streamed answer; a line is one token as a rule. */
    @WithDefault("16M")
    MemorySize maxLine();
}
