package dev.quollama.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who may come in. */
@ConfigMapping(prefix = "quollama.access")
interface AccessConfig {

    /** Further origins whose pages may open a socket, such as {@code https://chat.example.org} behind a proxy. */
    Optional<List<String>> origins();
}
