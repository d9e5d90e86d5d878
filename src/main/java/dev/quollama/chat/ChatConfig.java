package dev.quollama.chat;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What bounds the frames. */
@ConfigMapping(prefix = "quollama.chat")
interface ChatConfig {

    /** The longest frame that is read, images included; a longer one is refused. Over 64 MiB the socket is closed as well. */
    @WithDefault("16M")
    MemorySize maxFrameSize();
}
