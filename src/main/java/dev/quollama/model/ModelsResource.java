package dev.quollama.model;

import dev.quollama.ollama.InstalledModel;
import dev.quollama.ollama.OllamaUpstream;
import dev.quollama.ollama.RunningModel;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The models that the page offers. It answers with what it could find out, also when Ollama is not there. */
@Path("/api/models")
class ModelsResource {

    private final Upstream upstream;
    private final OllamaUpstream ollama;
    private final DefaultModel defaultModel;

    ModelsResource(Upstream upstream, OllamaUpstream ollama, DefaultModel defaultModel) {
        this.upstream = upstream;
        this.ollama = ollama;
        this.defaultModel = defaultModel;
    }

    @GET
    public Uni<ModelShelf> models() {
        Uni<List<InstalledModel>> models =
                upstream.models().onFailure(UpstreamFailure.class).recoverWithItem(List.of());
        Uni<List<RunningModel>> running =
                upstream.running().onFailure(UpstreamFailure.class).recoverWithItem(List.of());
        return Uni.combine().all().unis(server(), models, running).with(this::shelf);
    }

    private Uni<ModelShelf.Server> server() {
        String url = ollama.address().toString();
        return ollama.version()
                .onItem()
                .transform(version -> new ModelShelf.Server(url, version, null))
                .onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> new ModelShelf.Server(url, null, ModelShelf.Problem.of(failure)));
    }

    private ModelShelf shelf(ModelShelf.Server server, List<InstalledModel> models, List<RunningModel> running) {
        // Ollama may list a model twice while it is loaded again with another context: the larger is what fits.
        Map<String, Long> contexts =
                running.stream().collect(Collectors.toMap(RunningModel::name, RunningModel::contextLength, Math::max));
        List<ModelCard> cards = models.stream()
                .filter(InstalledModel::canChat)
                .map(model -> ModelCard.of(model, contexts.getOrDefault(model.name(), 0L)))
                .toList();
        return new ModelShelf(server, defaultModel.among(models).orElse(null), cards);
    }
}
