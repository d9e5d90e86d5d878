package dev.quollama.ollama;

import static dev.quollama.ollama.FailureCode.INTERRUPTED;
import static dev.quollama.ollama.FailureCode.OLLAMA_ERROR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quollama.support.Recording;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import dev.quollama.support.SegmentRecording;
import dev.quollama.support.WireSteps;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a real Ollama sent arrives whole. What is expected is read from the recordings by other means than the client's. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class RecordingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ChatRequest QUESTION =
            new ChatRequest("tiny", List.of(ChatMessage.of("user", "hi")), null, null, null, null);

    private static final ObjectMapper JSON = new ObjectMapper();

    ScriptedOllama ollama;

    @Inject
    OllamaUpstream upstream;

    @BeforeEach
    void freshOllama() throws IOException {
        ollama.reset();
    }

    static Stream<String> finishedAnswers() throws IOException {
        return answers().filter(chat -> answer(chat).finished()).map(Recording::name);
    }

    @ParameterizedTest
    @MethodSource("finishedAnswers")
    void everyFieldOfAnAnswerArrives(String name) throws IOException {
        Recording recording = Recording.read(name);
        assertArrives(answer(recording), recording.replay());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void everyFieldArrivesHoweverTheBytesAreCut(int segment) throws IOException {
        Recording recording = Recording.read("chat-stream-hostile-markdown");
        Script cut = Script.of(WireSteps.splitEvery(segment), recording.replay());
        assertArrives(answer(recording), cut);
    }

    @Test
    void anAnswerThatEndsWithTheConnectionArrivesAsWell() throws IOException {
        Recording recording = Recording.read("http10-chat-stream");
        assertArrives(answer(recording), recording.replay());
    }

    static Stream<String> unfinishedAnswers() throws IOException {
        return answers().filter(chat -> !answer(chat).finished()).map(Recording::name);
    }

    @ParameterizedTest
    @MethodSource("unfinishedAnswers")
    void anAnswerThatIsNotDoneIsInterruptedAndKeepsItsText(String name) throws IOException {
        Recording recording = Recording.read(name);
        AssertSubscriber<ChatChunk> answer = ask(recording.replay()).awaitFailure(PATIENCE);
        answer(recording).assertArrivedIn(answer.getItems());
        assertEquals(INTERRUPTED, failure(answer).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat-stream-fast-segments",
                "chat-stream-slow-segments",
                "chat-think-slow-segments",
                "chat-nonstream-segments",
                "delete-while-streaming"
            })
    void everyFieldArrivesInTheSegmentsThatCame(String name) throws IOException {
        SegmentRecording recording = SegmentRecording.read(name);
        assertArrives(answer(recording), recording.replay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"midstream-server-sigkill", "midstream-server-sigterm"})
    void anAnswerWhoseServerDiedIsInterruptedAndKeepsItsText(String name) throws IOException {
        SegmentRecording recording = SegmentRecording.read(name);
        AssertSubscriber<ChatChunk> answer = ask(recording.replay()).awaitFailure(PATIENCE);
        answer(recording).assertArrivedIn(answer.getItems());
        assertEquals(INTERRUPTED, failure(answer).code());
    }

    @Test
    void anAnswerWhoseRunnerDiedKeepsItsTextAndTellsOllamasWords() throws IOException {
        SegmentRecording recording = SegmentRecording.read("midstream-runner-killed");
        AssertSubscriber<ChatChunk> answer = ask(recording.replay()).awaitFailure(PATIENCE);
        answer(recording).assertArrivedIn(answer.getItems());
        assertEquals(OLLAMA_ERROR, failure(answer).code());
        assertEquals(answer(recording).error(), failure(answer).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "tags-empty", "tags-pulled-name"})
    void everyInstalledModelIsListed(String name) throws IOException {
        Recording recording = Recording.read(name);
        ollama.on("GET", "/api/tags", recording.replay());
        JsonNode expected = JSON.readTree(recording.text()).path("models");
        List<InstalledModel> models = upstream.models().await().atMost(PATIENCE);
        assertEquals(expected.size(), models.size());
        for (int i = 0; i < models.size(); i++) {
            assertSame(expected.get(i), models.get(i));
        }
    }

    private void assertArrives(ExpectedAnswer expected, Script replay) {
        expected.assertArrivedIn(ask(replay).awaitCompletion(PATIENCE).getItems());
    }

    private static void assertSame(JsonNode expected, InstalledModel model) {
        assertEquals(expected.path("name").textValue(), model.name());
        assertEquals(expected.path("size").asLong(), model.size());
        assertEquals(expected.at("/details/family").textValue(), model.details().family());
        assertEquals(
                expected.at("/details/parameter_size").textValue(),
                model.details().parameterSize());
        assertEquals(
                expected.at("/details/quantization_level").textValue(),
                model.details().quantizationLevel());
        assertEquals(
                expected.at("/details/context_length").asLong(), model.details().contextLength());
        assertEquals(expected.get("capabilities"), JSON.valueToTree(model.capabilities()));
    }

    private AssertSubscriber<ChatChunk> ask(Script answer) {
        ollama.enqueue(answer);
        return upstream.chat(QUESTION).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private static UpstreamFailure failure(AssertSubscriber<ChatChunk> answer) {
        return assertInstanceOf(UpstreamFailure.class, answer.getFailure());
    }

    private static Stream<Recording> answers() throws IOException {
        return Recording.readAll("chat-").filter(recording -> recording.status() == 200);
    }

    private static ExpectedAnswer answer(Recording recording) {
        return ExpectedAnswer.of(recording.text());
    }

    private static ExpectedAnswer answer(SegmentRecording recording) {
        return ExpectedAnswer.of(recording.text());
    }
}
