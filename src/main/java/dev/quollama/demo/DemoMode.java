package dev.quollama.demo;

/** When the demo model is offered: the setting {@code quollama.demo}. */
enum DemoMode {
    /** While no Ollama answers. */
    AUTO,
    /** Always, beside Ollama's models. */
    ON,
    /** Never. */
    OFF
}
