package dev.quollama.model;

import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.InstalledModel;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The model that is asked when nobody has chosen one. */
@Singleton
public class DefaultModel {

    private static final String DEFAULT_TAG = ":latest";

    private final Upstream upstream;
    private final ModelConfig config;

    DefaultModel(Upstream upstream, ModelConfig config) {
        this.upstream = upstream;
        this.config = config;
    }

    /**
     * The model that is set when it is installed, else the first installed one that can chat.
     *
     * @return its name; fails with {@link FailureCode#MODEL_NOT_FOUND} when there is none at all
     */
    public Uni<String> name() {
        return upstream.models()
                .onItem()
                .transform(models -> among(models)
                        .orElseThrow(() -> new UpstreamFailure(
                                FailureCode.MODEL_NOT_FOUND, "No model is installed.", "ollama pull llama3.2")));
    }

    Optional<String> among(List<InstalledModel> models) {
        List<String> names = models.stream()
                .filter(InstalledModel::canChat)
                .map(InstalledModel::name)
                .toList();
        return config.defaultModel()
                .flatMap(wanted ->
                        names.stream().filter(name -> isSame(wanted, name)).findFirst())
                .or(() -> names.stream().findFirst());
    }

    private static boolean isSame(String wanted, String installed) {
        return installed.equalsIgnoreCase(wanted) || installed.equalsIgnoreCase(wanted + DEFAULT_TAG);
    }
}
