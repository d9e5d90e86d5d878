package dev.quollama.ollama;

import java.util.List;

/**
 * What {@code POST /api/show} tells of a model, as far as it is needed here.
 *
 * @param capabilities what it can do, or null from servers that do not say
 */
record ModelDetails(List<String> capabilities) {}
