package dev.quollama.support;

import java.io.IOException;
import java.util.List;

/**
 * What a {@link ScriptedOllama} does with one request: a step, or several of them in a row.
 *
 * <p>The steps themselves are in {@link WireSteps} (bytes, pauses, ends) and {@link OllamaSteps} (Ollama's own lines).
 */
@FunctionalInterface
public interface Script {

    /**
     * Plays the script to its end.
     *
     * @throws IOException when the peer is gone, or the script itself closed the connection and then wrote on
     */
    void play(Wire wire) throws IOException, InterruptedException;

    /** Plays the steps one after the other. */
    static Script of(Script... steps) {
        return of(List.of(steps));
    }

    /** Plays the steps one after the other. */
    static Script of(List<Script> steps) {
        List<Script> all = List.copyOf(steps);
        return wire -> {
            for (Script step : all) {
                step.play(wire);
            }
        };
    }
}
