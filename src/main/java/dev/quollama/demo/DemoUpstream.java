package dev.quollama.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatMessage;
import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.InstalledModel;
import dev.quollama.ollama.RunningModel;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model that needs no Ollama: it answers with prepared texts, at the pace of a real one, and says so. */
final class DemoUpstream implements Upstream {

    /** The name to ask for. */
    static final String NAME = "demo";

    private static final InstalledModel MODEL =
            new InstalledModel(NAME, 0, null, List.of("completion", "thinking"), true);

    private final Scripts scripts;
    private final Duration pace;

    /** @param pace the time between a chunk's being asked for and its coming, longer than zero */
    DemoUpstream(Scripts scripts, Duration pace) {
        this.scripts = scripts;
        this.pace = pace;
    }

    @Override
    public Uni<List<InstalledModel>> models() {
        return Uni.createFrom().item(List.of(MODEL));
    }

    @Override
    public Uni<List<RunningModel>> running() {
        return Uni.createFrom().item(List.of(new RunningModel(NAME, 0, 0, 0)));
    }

    @Override
    public Multi<ChatChunk> chat(ChatRequest request) {
        return Multi.createFrom().deferred(() -> answer(request));
    }

    private Multi<ChatChunk> answer(ChatRequest request) {
        long began = System.nanoTime();
        if (request.messages().isEmpty()) {
            // Ollama's way to load a model without asking it anything; this one is always loaded.
            return end(new Ending(request.model(), "load", 0, 0, began, began));
        }
        if (request.messages().stream().anyMatch(DemoUpstream::hasImages)) {
            return Multi.createFrom().failure(DemoUpstream::cannotSee);
        }
        Conversation conversation = new Conversation(request.messages());
        Script script = scripts.answer(conversation, Thinking.asked(request.think()));
        List<ChatChunk> all = chunks(request.model(), script);
        List<ChatChunk> said = all.subList(0, Math.min(limit(request), all.size()));
        boolean cut = said.size() < all.size();

        Multi<ChatChunk> stream = Multi.createFrom().iterable(said).onItem().transformToUniAndConcatenate(this::atPace);
        if (script.failure() != null && !cut) {
            return stream.onCompletion().failWith(() -> brokenOff(script.failure()));
        }
        String reason = cut ? "length" : "stop";
        int promptTokens = conversation.tokens();
        Ending ending = new Ending(request.model(), reason, promptTokens, said.size(), began, System.nanoTime());
        return stream.onCompletion().switchTo(() -> end(ending));
    }

    private static Multi<ChatChunk> end(Ending ending) {
        return Multi.createFrom().item(ending::now);
    }

    private Uni<ChatChunk> atPace(ChatChunk chunk) {
        return Uni.createFrom().item(chunk).onItem().delayIt().by(pace);
    }

    private static List<ChatChunk> chunks(String model, Script script) {
        List<ChatChunk> chunks = new ArrayList<>();
        Pieces.of(script.thinking()).forEach(piece -> chunks.add(ChatChunk.thinking(model, piece)));
        Pieces.of(script.content()).forEach(piece -> chunks.add(ChatChunk.content(model, piece)));
        return chunks;
    }

    /** The most chunks to send. As with Ollama, only a positive {@code num_predict} is a limit. */
    private static int limit(ChatRequest request) {
        Map<String, JsonNode> options = request.options() == null ? Map.of() : request.options();
        JsonNode limit = options.get("num_predict");
        return limit != null && limit.canConvertToInt() && limit.intValue() > 0 ? limit.intValue() : Integer.MAX_VALUE;
    }

    private static boolean hasImages(ChatMessage message) {
        return message.images() != null && !message.images().isEmpty();
    }

    private static UpstreamFailure cannotSee() {
        return new UpstreamFailure(FailureCode.NO_CAPABILITY, "The demo model cannot see images.", null);
    }

    private static UpstreamFailure brokenOff(String message) {
        return new UpstreamFailure(FailureCode.INTERRUPTED, message, null);
    }
}
