package dev.quollama.model;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which model is asked when nobody has chosen one. */
@Singleton
class ModelConfig {

    private final Optional<String> defaultModel;

    ModelConfig(@ConfigProperty(name = "quollama.default-model") Optional<String> defaultModel) {
        this.defaultModel = defaultModel;
    }

    Optional<String> defaultModel() {
        return defaultModel;
    }
}
