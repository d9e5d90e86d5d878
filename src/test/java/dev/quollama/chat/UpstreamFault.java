package dev.quollama.chat;

import dev.quollama.support.OllamaSteps;
import dev.quollama.support.Script;
import dev.quollama.support.WireSteps;

/** The ways in which Ollama breaks off, and what the reader is told. */
enum UpstreamFault {
    UPSTREAM_RESET(WireSteps.reset(), "interrupted"),
    UPSTREAM_SILENT(WireSteps.hang(), "timeout"),
    UPSTREAM_ERROR_LINE(OllamaSteps.errorLine("the runner died"), "ollama-error"),
    NO_DONE(WireSteps.endStream(), "interrupted");

    private final Script script;
    private final String code;

    UpstreamFault(Script script, String code) {
        this.script = script;
        this.code = code;
    }

    Script script() {
        return script;
    }

    String code() {
        return code;
    }
}
