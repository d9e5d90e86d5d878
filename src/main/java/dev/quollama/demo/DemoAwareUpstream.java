package dev.quollama.demo;

import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.InstalledModel;
import dev.quollama.ollama.RunningModel;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ollama, with the demo model beside it or in its place.
 *
 * <p>Nothing is remembered between calls, so an Ollama that comes up later is seen by the next one.
 */
final class DemoAwareUpstream implements Upstream {

    private final Upstream ollama;
    private final Upstream demo;
    private final DemoMode mode;

    DemoAwareUpstream(Upstream ollama, Upstream demo, DemoMode mode) {
        this.ollama = ollama;
        this.demo = demo;
        this.mode = mode;
    }

    @Override
    public Multi<ChatChunk> chat(ChatRequest request) {
        // In AUTO also while Ollama answers: the question may have been typed just before it came up.
        boolean forDemo = mode != DemoMode.OFF && DemoUpstream.NAME.equals(request.model());
        return (forDemo ? demo : ollama).chat(request);
    }

    @Override
    public Uni<List<InstalledModel>> models() {
        return switch (mode) {
            case OFF -> ollama.models();
            case AUTO ->
                ollama.models().onFailure(DemoAwareUpstream::isUnreachable).recoverWithUni(demo::models);
            case ON -> besideOllama();
        };
    }

    private Uni<List<InstalledModel>> besideOllama() {
        Uni<List<InstalledModel>> installed =
                ollama.models().onFailure(DemoAwareUpstream::isUnreachable).recoverWithItem(List.of());
        return installed.flatMap(theirs -> demo.models()
                .map(ours -> Stream.concat(theirs.stream(), ours.stream()).toList()));
    }

    @Override
    public Uni<List<RunningModel>> running() {
        Uni<List<RunningModel>> theirs =
                ollama.running().onFailure(DemoAwareUpstream::isUnreachable).recoverWithItem(List.of());
        return mode == DemoMode.OFF
                ? ollama.running()
                : theirs.flatMap(loaded -> demo.running()
                        .map(ours ->
                                Stream.concat(loaded.stream(), ours.stream()).toList()));
    }

    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof UpstreamFailure known && known.code() == FailureCode.OLLAMA_UNREACHABLE;
    }
}
