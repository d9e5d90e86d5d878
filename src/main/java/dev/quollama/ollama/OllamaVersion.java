package dev.quollama.ollama;

/** The answer of {@code GET /api/version}. */
record OllamaVersion(String version) {}
