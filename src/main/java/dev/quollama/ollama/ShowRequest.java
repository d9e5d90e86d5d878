package dev.quollama.ollama;

/** The body of {@code POST /api/show}. */
record ShowRequest(String model) {}
