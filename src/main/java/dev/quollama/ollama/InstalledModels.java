package dev.quollama.ollama;

import java.util.List;

/** The answer of {@code GET /api/tags}; {@code models} is null from a server that has none. */
record InstalledModels(List<InstalledModel> models) {}
