package dev.quollama.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.InstalledModel;
import dev.quollama.ollama.RunningModel;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoAwareUpstreamTest {

    private final FakeOllama ollama = new FakeOllama();

    @Test
    void inAutoTheDemoStandsInForAnOllamaThatDoesNotAnswer() {
        ollama.failure = failure(FailureCode.OLLAMA_UNREACHABLE);
        assertEquals(List.of("demo"), models(DemoMode.AUTO));
    }

    @Test
    void inAutoTheDemoStaysAwayWhileOllamaAnswers() {
        assertEquals(List.of("llama3.2:latest"), models(DemoMode.AUTO));
    }

    @Test
    void inAutoAnOllamaThatComesUpLaterIsSeen() {
        DemoAwareUpstream upstream = upstream(DemoMode.AUTO);
        ollama.failure = failure(FailureCode.OLLAMA_UNREACHABLE);
        assertEquals(List.of("demo"), models(upstream));
        ollama.failure = null;
        assertEquals(List.of("llama3.2:latest"), models(upstream));
    }

    @Test
    void anOllamaThatAnswersWithAFailureIsNotHidden() {
        ollama.failure = failure(FailureCode.OLLAMA_ERROR);
        assertThrows(UpstreamFailure.class, () -> models(DemoMode.AUTO));
        assertThrows(UpstreamFailure.class, () -> models(DemoMode.ON));
    }

    @Test
    void whenOnTheDemoIsListedAfterOllamasModels() {
        assertEquals(List.of("llama3.2:latest", "demo"), models(DemoMode.ON));
    }

    @Test
    void whenOnTheDemoNeedsNoOllama() {
        ollama.failure = failure(FailureCode.OLLAMA_UNREACHABLE);
        assertEquals(List.of("demo"), models(DemoMode.ON));
    }

    @Test
    void whenOffOllamasFailureIsTheAnswer() {
        ollama.failure = failure(FailureCode.OLLAMA_UNREACHABLE);
        assertThrows(UpstreamFailure.class, () -> models(DemoMode.OFF));
    }

    @Test
    void aQuestionToTheDemoIsAnsweredByItAlsoWhenOllamaHasComeUp() {
        assertEquals("the demo", whoAnswers("demo", DemoMode.AUTO));
        assertEquals("the demo", whoAnswers("demo", DemoMode.ON));
    }

    @Test
    void whenOffEveryQuestionGoesToOllama() {
        assertEquals("ollama", whoAnswers("demo", DemoMode.OFF));
    }

    @Test
    void everyOtherModelIsOllamas() {
        assertEquals("ollama", whoAnswers("llama3.2", DemoMode.ON));
        assertEquals("ollama", whoAnswers("demo:latest", DemoMode.AUTO));
    }

    private DemoAwareUpstream upstream(DemoMode mode) {
        return new DemoAwareUpstream(ollama, new DemoUpstream(new Scripts(), Ask.NO_PAUSE), mode);
    }

    private List<String> models(DemoMode mode) {
        return models(upstream(mode));
    }

    private static List<String> models(DemoAwareUpstream upstream) {
        return upstream.models().await().atMost(Duration.ofSeconds(5)).stream()
                .map(InstalledModel::name)
                .toList();
    }

    private String whoAnswers(String model, DemoMode mode) {
        ChatRequest request = new ChatRequest(model, Ask.user("hi").request().messages(), null, null, null, null);
        ChatChunk first = upstream(mode).chat(request).toUni().await().atMost(Duration.ofSeconds(5));
        return first.message().content().equals("ollama") ? "ollama" : "the demo";
    }

    private static UpstreamFailure failure(FailureCode code) {
        return new UpstreamFailure(code, "No.", null);
    }

    private static final class FakeOllama implements Upstream {
        @Override
        public Uni<List<RunningModel>> running() {
            return Uni.createFrom().item(List.of());
        }

        private UpstreamFailure failure;

        @Override
        public Multi<ChatChunk> chat(ChatRequest request) {
            return Multi.createFrom().item(ChatChunk.content(request.model(), "ollama"));
        }

        @Override
        public Uni<List<InstalledModel>> models() {
            return failure != null
                    ? Uni.createFrom().failure(failure)
                    : Uni.createFrom().item(List.of(new InstalledModel("llama3.2:latest", 1, null, null, false)));
        }
    }
}
