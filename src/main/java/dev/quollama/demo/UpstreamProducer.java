package dev.quollama.demo;

import dev.quollama.ollama.OllamaUpstream;
import dev.quollama.ollama.Upstream;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the upstream that everybody else is given: Ollama, with the demo model beside it as {@code quollama.demo} says. */
class UpstreamProducer {

    /** Some thirty pieces a second, as a small model on a good machine has it: one can read along. */
    private static final Duration READING_PACE = Duration.ofMillis(33);

    @Produces
    @Singleton
    Upstream upstream(
            OllamaUpstream ollama, @ConfigProperty(name = "quollama.demo", defaultValue = "auto") DemoMode mode) {
        return new DemoAwareUpstream(ollama, new DemoUpstream(new Scripts(), READING_PACE), mode);
    }
}
