package dev.quollama.ollama;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** A real Ollama server, reached over HTTP. */
@Singleton
@Typed(OllamaUpstream.class)
public class OllamaUpstream implements Upstream {

    /** Few enough not to crowd out a chat on a small server. */
    private static final int QUESTIONS_AT_ONCE = 4;

    private final OllamaClient client;
    private final OllamaConfig config;
    private final Vertx vertx;
    private final ChunkDecoder decoder = new ChunkDecoder();

    OllamaUpstream(OllamaClient client, OllamaConfig config, Vertx vertx) {
        this.client = client;
        this.config = config;
        this.vertx = vertx;
    }

    /** Where this looks for Ollama: an absolute address without a slash at the end. */
    public URI address() {
        return client.address();
    }

    @Override
    public Multi<ChatChunk> chat(ChatRequest request) {
        return Multi.createFrom().deferred(() -> {
            ChatCall call = new ChatCall(request);
            Multi<byte[]> lines = new LineStream(client.streaming().chat(call), call, limits(), vertx);
            return new RequireDone(lines.onItem().transform(decoder::decode));
        });
    }

    private LineStream.Limits limits() {
        // Over 2 GiB an array could not hold it, whatever the setting says.
        int maxLine = (int) Math.min(config.maxLine().asLongValue(), Integer.MAX_VALUE - 8);
        return new LineStream.Limits(address(), maxLine, config.firstToken(), config.silence());
    }

    @Override
    public Uni<List<InstalledModel>> models() {
        return query(client.quick().tags())
                .onItem()
                .transform(tags -> Objects.requireNonNullElse(tags.models(), List.<InstalledModel>of()))
                .onItem()
                .transformToUni(this::withCapabilities);
    }

    /** Ollama lists capabilities with the models since 0.32 only; older servers tell those of one model at a time. */
    private Uni<List<InstalledModel>> withCapabilities(List<InstalledModel> models) {
        if (models.stream().allMatch(model -> model.capabilities() != null)) {
            return Uni.createFrom().item(models);
        }
        List<Uni<InstalledModel>> complete =
                models.stream().map(this::withCapabilities).toList();
        return Uni.join().all(complete).usingConcurrencyOf(QUESTIONS_AT_ONCE).andFailFast();
    }

    private Uni<InstalledModel> withCapabilities(InstalledModel model) {
        if (model.capabilities() != null) {
            return Uni.createFrom().item(model);
        }
        return client.quick()
                .show(new ShowRequest(model.name()))
                .onItem()
                .transform(details -> model.withCapabilities(details.capabilities()))
                .onFailure()
                .recoverWithItem(model);
    }

    @Override
    public Uni<List<RunningModel>> running() {
        return query(client.quick().ps()).onItem().transform(ps -> Objects.requireNonNullElse(ps.models(), List.of()));
    }

    /** Ollama's version, such as {@code 0.32.15}. */
    public Uni<String> version() {
        return query(client.quick().version()).onItem().transform(OllamaVersion::version);
    }

    private <T> Uni<T> query(Uni<T> answer) {
        return answer.onItem()
                .ifNull()
                .failWith(Failures::unreadable)
                .onFailure()
                .transform(thrown -> Failures.ofException(thrown, address()));
    }
}
