package dev.quollama.model;

import dev.quollama.ollama.InstalledModel;
import java.util.List;

/**
 * A model as the page's picker shows it.
 *
 * @param size bytes on disk
 * @param family the architecture, or null
 * @param parameters such as {@code 3.2B}, or null
 * @param quantisation such as {@code Q4_K_M}, or null
 * @param contextLength the longest context in tokens, 0 when it is not known
 * @param capabilities as Ollama names them, or null when it does not say
 * @param loadedContext the context it is loaded with now, in tokens; 0 when it is not loaded
 * @param builtIn whether it is the demo model
 */
record ModelCard(
        String name,
        long size,
        String family,
        String parameters,
        String quantisation,
        long contextLength,
        List<String> capabilities,
        long loadedContext,
        boolean builtIn) {

    static ModelCard of(InstalledModel model, long loadedContext) {
        InstalledModel.Details details =
                model.details() == null ? new InstalledModel.Details(null, null, null, 0) : model.details();
        return new ModelCard(
                model.name(),
                model.size(),
                details.family(),
                details.parameterSize(),
                details.quantizationLevel(),
                details.contextLength(),
                model.capabilities(),
                loadedContext,
                model.builtIn());
    }
}
