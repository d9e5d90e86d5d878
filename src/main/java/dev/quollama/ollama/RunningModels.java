package dev.quollama.ollama;

import java.util.List;

/** The answer of {@code GET /api/ps}; {@code models} may be null, and may list a model that has died since. */
record RunningModels(List<RunningModel> models) {}
