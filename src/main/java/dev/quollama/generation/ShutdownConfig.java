package dev.quollama.generation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the service stops. */
@ConfigMapping(prefix = "quollama.shutdown")
interface ShutdownConfig {

    /** How long running answers may take to finish once the service was told to stop. */
    @WithDefault("20s")
    Duration grace();
}
