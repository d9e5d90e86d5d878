package dev.quollama.generation;

import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatMessage;
import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.InstalledModel;
import dev.quollama.ollama.RunningModel;
import dev.quollama.ollama.Upstream;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An upstream whose every word comes from the test. */
final class FakeUpstream implements Upstream {

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private List<RunningModel> loaded = List.of();
    private int questions;

    /** One answer, to be spoken by the test. */
    static final class Call {

        private final ChatRequest request;
        private MultiEmitter<? super ChatChunk> emitter;
        private volatile boolean closed;

        private Call(ChatRequest request) {
            this.request = request;
        }

        void say(String text) {
            emitter.emit(ChatChunk.content(request.model(), text));
        }

        void think(String text) {
            emitter.emit(ChatChunk.thinking(request.model(), text));
        }

        void done(String reason) {
            emitter.emit(new ChatChunk(
                    request.model(), ChatMessage.of("assistant", ""), true, reason, 0, 0, 5, 0, 3, 0, null, null));
            emitter.complete();
        }

        void fail(Throwable failure) {
            emitter.fail(failure);
        }

        boolean isClosed() {
            return closed;
        }
    }

    @Override
    public Multi<ChatChunk> chat(ChatRequest request) {
        Call call = new Call(request);
        calls.add(call);
        return Multi.createFrom()
                .<ChatChunk>emitter(emitter -> call.emitter = emitter)
                .onCancellation()
                .invoke(() -> call.closed = true);
    }

    @Override
    public Uni<List<InstalledModel>> models() {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<RunningModel>> running() {
        questions++;
        return Uni.createFrom().item(loaded);
    }

    void load(String... models) {
        loaded = List.of(models).stream()
                .map(model -> new RunningModel(model, 0, 0, 4096))
                .toList();
    }

    /** How often it was asked what is loaded. */
    int questions() {
        return questions;
    }

    int calls() {
        return calls.size();
    }

    Call call(int index) {
        return calls.get(index);
    }
}
