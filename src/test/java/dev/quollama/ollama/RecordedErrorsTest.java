package dev.quollama.ollama;

import static dev.quollama.ollama.FailureCode.BUSY;
import static dev.quollama.ollama.FailureCode.CONTEXT_FULL;
import static dev.quollama.ollama.FailureCode.MODEL_NOT_FOUND;
import static dev.quollama.ollama.FailureCode.NO_CAPABILITY;
import static dev.quollama.ollama.FailureCode.OLLAMA_ERROR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quollama.support.Recording;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error that a real Ollama answered with is of its kind, in Ollama's words. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class RecordedErrorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ChatRequest QUESTION =
            new ChatRequest("tiny", List.of(ChatMessage.of("user", "hi")), null, null, null, null);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The recorded errors that are more than "Ollama said". */
    private static final Map<String, FailureCode> KINDS = Map.ofEntries(
            Map.entry("chat-after-delete-404", MODEL_NOT_FOUND),
            Map.entry("chat-unknown-model-404", MODEL_NOT_FOUND),
            Map.entry("chat-unknown-model-stream-false-404", MODEL_NOT_FOUND),
            Map.entry("chat-image-on-nonvision-model", NO_CAPABILITY),
            Map.entry("chat-image-on-nonvision-native-nonstream", NO_CAPABILITY),
            Map.entry("chat-think-high-unsupported-400", NO_CAPABILITY),
            Map.entry("chat-think-true-unsupported-400", NO_CAPABILITY),
            Map.entry("chat-tools-unsupported-400", NO_CAPABILITY),
            Map.entry("chat-prompt-longer-truncate-false", CONTEXT_FULL),
            Map.entry("chat-prompt-longer-truncate-false-stream", CONTEXT_FULL),
            Map.entry("chat-queue-full-503", BUSY));

    ScriptedOllama ollama;

    @Inject
    OllamaUpstream upstream;

    @BeforeEach
    void freshOllama() throws IOException {
        ollama.reset();
    }

    static Stream<String> errors() throws IOException {
        Stream<String> refused =
                Stream.of("unknown-path-404", "wrong-method-405", "origin-evil-post-403", "host-ollama-403");
        return Stream.concat(
                refused,
                Recording.readAll("chat-").filter(chat -> chat.status() >= 400).map(Recording::name));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void everyErrorIsOfItsKindAndSaysSomething(String name) throws IOException {
        AssertSubscriber<ChatChunk> answer = ask(name);
        assertEquals(List.of(), answer.getItems());
        assertEquals(KINDS.getOrDefault(name, OLLAMA_ERROR), failure(answer).code());
        assertFalse(failure(answer).getMessage().isBlank());
    }

    static Stream<String> errorsInOllamasWords() throws IOException {
        return Recording.readAll("chat-")
                .filter(chat -> chat.status() >= 400)
                .map(Recording::name)
                .filter(name -> KINDS.get(name) != MODEL_NOT_FOUND);
    }

    @ParameterizedTest
    @MethodSource("errorsInOllamasWords")
    void anErrorIsToldInOllamasOwnWords(String name) throws IOException {
        assertEquals(
                innermostSentence(Recording.read(name).text()),
                failure(ask(name)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"chat-unknown-model-404,nope", "chat-unknown-model-stream-false-404,nope:1b"})
    void aModelThatIsNotInstalledComesWithTheCommandThatGetsIt(String name, String model) throws IOException {
        assertEquals("ollama pull " + model, failure(ask(name)).hint());
    }

    private AssertSubscriber<ChatChunk> ask(String recording) throws IOException {
        ollama.enqueue(Recording.read(recording).replay());
        return upstream.chat(QUESTION)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE))
                .awaitFailure(PATIENCE);
    }

    private static UpstreamFailure failure(AssertSubscriber<ChatChunk> answer) {
        return assertInstanceOf(UpstreamFailure.class, answer.getFailure());
    }

    /** Ollama's error may be its runner's, which is JSON of its own inside the string. */
    private static String innermostSentence(String body) throws IOException {
        String error = JSON.readTree(body).path("error").textValue();
        return error.startsWith("{") ? JSON.readTree(error).at("/error/message").textValue() : error;
    }
}
