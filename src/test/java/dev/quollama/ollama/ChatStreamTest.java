package dev.quollama.ollama;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.errorLine;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.WireSteps.close;
import static dev.quollama.support.WireSteps.delimitedByClose;
import static dev.quollama.support.WireSteps.endStream;
import static dev.quollama.support.WireSteps.piece;
import static dev.quollama.support.WireSteps.reset;
import static dev.quollama.support.WireSteps.respond;
import static dev.quollama.support.WireSteps.splitEvery;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.support.OllamaLines;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer is, and what is not one, however its bytes arrive. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ChatStreamTest {

    private static final ChatRequest QUESTION =
            new ChatRequest("tiny", List.of(ChatMessage.of("user", "hi")), null, null, null, null);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    ScriptedOllama ollama;

    @Inject
    OllamaUpstream upstream;

    @BeforeEach
    void freshOllama() throws Exception {
        ollama.reset();
    }

    @Test
    void anAnswerIsItsChunksInOrder() {
        ollama.enqueue(answer("Hello", " ", "world"));
        assertEquals("Hello world", text(ask().awaitCompletion(PATIENCE)));
    }

    @Test
    void theLastChunkHasTheCounters() {
        ollama.enqueue(answer("Hello"));
        ChatChunk last = ask().awaitCompletion(PATIENCE).getLastItem();
        assertEquals("stop", last.doneReason());
        assertEquals(1, last.evalCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1000})
    void bytesMayBeCutAnywhere(int segment) {
        ollama.enqueue(Script.of(splitEvery(segment), content("größer — 你好 👩‍👩‍👧", " <b>&"), done(), endStream()));
        assertEquals("größer — 你好 👩‍👩‍👧 <b>&", text(ask().awaitCompletion(PATIENCE)));
    }

    @Test
    void blankLinesAndCarriageReturnsAreNoChunks() {
        ollama.enqueue(Script.of(
                piece("\r\n\n" + OllamaLines.content("tiny", "a").strip() + "\r\n \r\n"),
                piece(OllamaLines.content("tiny", "b").strip() + "\r\n\r\n"),
                done(),
                endStream()));
        assertEquals("ab", text(ask().awaitCompletion(PATIENCE)));
    }

    @Test
    void aLineOfTenMegabytesArrivesWhole() {
        String huge = "x".repeat(10 << 20);
        ollama.enqueue(answer(huge));
        assertEquals(huge, text(ask().awaitCompletion(PATIENCE)));
    }

    @Test
    void aLastLineWithoutItsLineFeedCounts() {
        ollama.enqueue(Script.of(
                content("a"), piece(OllamaLines.done("tiny", "stop", 1).strip()), endStream()));
        assertEquals("a", text(ask().awaitCompletion(PATIENCE)));
    }

    @Test
    void anAnswerThatEndsWithTheConnectionIsComplete() {
        ollama.enqueue(Script.of(delimitedByClose(), content("a"), done(), close()));
        assertEquals("a", text(ask().awaitCompletion(PATIENCE)));
    }

    @Test
    void whatComesAfterTheEndIsNotLookedAt() {
        ollama.enqueue(Script.of(content("a"), done(), piece("nonsense\n"), endStream()));
        assertEquals("a", text(ask().awaitCompletion(PATIENCE)));
    }

    @Test
    void anAnswerWithoutItsEndIsInterrupted() {
        ollama.enqueue(Script.of(content("a"), endStream()));
        assertEquals(FailureCode.INTERRUPTED, failureAfter("a").code());
    }

    @RepeatedTest(25)
    void aConnectionThatIsClosedEarlyIsInterrupted() {
        ollama.enqueue(Script.of(content("a"), close()));
        assertEquals(FailureCode.INTERRUPTED, failureAfter("a").code());
    }

    @RepeatedTest(25)
    void aConnectionThatIsResetIsInterrupted() {
        ollama.enqueue(Script.of(content("a"), reset()));
        assertEquals(FailureCode.INTERRUPTED, failureAfter("a").code());
    }

    @Test
    void aConnectionThatIsClosedBeforeItsHeadersIsInterrupted() {
        ollama.enqueue(Script.of(close()));
        assertEquals(FailureCode.INTERRUPTED, failureAfter("").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":{\"content\":\"b\"",
                "not json",
                "{\"message\":{\"content\":5},\"done\":false}",
                "{\"message\":\"b\"}",
                "[]",
                "null",
                "5",
                "{\"done\":false} {\"done\":false}",
                "{\"message\":{\"content\":\"\u0001\"}}"
            })
    void aLineThatIsNoChunkFailsTheAnswerAndKeepsWhatWasBefore(String line) {
        ollama.enqueue(Script.of(content("a"), piece(line + "\n"), content("c"), done(), endStream()));
        assertEquals(FailureCode.OLLAMA_ERROR, failureAfter("a").code());
    }

    @Test
    void aLineInBrokenUtf8FailsTheAnswer() {
        byte[] line =
                "{\"message\":{\"content\":\"?\"},\"done\":false}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        line[23] = (byte) 0xC3;
        ollama.enqueue(Script.of(content("a"), piece(line), done(), endStream()));
        assertEquals(FailureCode.OLLAMA_ERROR, failureAfter("a").code());
    }

    @Test
    void anErrorLineIsOllamasOwnSentence() {
        ollama.enqueue(Script.of(content("a"), errorLine("the runner died"), endStream()));
        UpstreamFailure failure = failureAfter("a");
        assertEquals(FailureCode.OLLAMA_ERROR, failure.code());
        assertEquals("the runner died", failure.getMessage());
    }

    @Test
    void aModelThatIsNotInstalledCanBePulled() {
        ollama.enqueue(failure(404, "model 'nope' not found"));
        UpstreamFailure failure = failureAfter("");
        assertEquals(FailureCode.MODEL_NOT_FOUND, failure.code());
        assertEquals("ollama pull nope", failure.hint());
    }

    @Test
    void aFullQueueIsBusy() {
        ollama.enqueue(failure(503, "server busy, please try again.  maximum pending requests exceeded"));
        assertEquals(FailureCode.BUSY, failureAfter("").code());
    }

    @Test
    void aMissingCapabilityIsSaidSo() {
        ollama.enqueue(failure(400, "\"tiny\" does not support thinking"));
        assertEquals(FailureCode.NO_CAPABILITY, failureAfter("").code());
    }

    @Test
    void aPromptThatDoesNotFitIsSaidSoWithTheSentenceInsideTheJson() {
        ollama.enqueue(
                failure(
                        400,
                        "{\"error\":{\"code\":400,\"message\":\"request (15019 tokens) exceeds the available context size (512 tokens), try increasing it\",\"type\":\"exceed_context_size_error\"}}"));
        UpstreamFailure failure = failureAfter("");
        assertEquals(FailureCode.CONTEXT_FULL, failure.code());
        assertEquals(
                "request (15019 tokens) exceeds the available context size (512 tokens), try increasing it",
                failure.getMessage());
    }

    @Test
    void aRedirectIsNoAnswer() {
        ollama.enqueue(respond(301, "text/html", ""));
        assertEquals(FailureCode.OLLAMA_ERROR, failureAfter("").code());
    }

    @Test
    void anOllamaThatIsNotThereIsUnreachableAndSaysWhereItWasLookedFor() throws Exception {
        ollama.goDown();
        UpstreamFailure failure = failureAfter("");
        assertEquals(FailureCode.OLLAMA_UNREACHABLE, failure.code());
        assertEquals("No Ollama answers at http://127.0.0.1:" + ollama.port() + ".", failure.getMessage());
    }

    private AssertSubscriber<ChatChunk> ask() {
        return upstream.chat(QUESTION).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private UpstreamFailure failureAfter(String text) {
        AssertSubscriber<ChatChunk> answer = ask().awaitFailure(PATIENCE);
        assertEquals(text, text(answer));
        return (UpstreamFailure) answer.getFailure();
    }

    private static String text(AssertSubscriber<ChatChunk> answer) {
        return answer.getItems().stream()
                .map(chunk -> chunk.message().content())
                .collect(Collectors.joining());
    }
}
