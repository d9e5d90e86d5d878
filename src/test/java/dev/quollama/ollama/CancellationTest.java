package dev.quollama.ollama;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.endless;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.piece;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.support.Exchange;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cancelled answer lets go of Ollama in every phase, and a slow one holds it back. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class CancellationTest {

    private static final ChatRequest QUESTION =
            new ChatRequest("tiny", List.of(ChatMessage.of("user", "hi")), null, null, null, null);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    ScriptedOllama ollama;

    @Inject
    OllamaUpstream upstream;

    @BeforeEach
    void freshOllama() throws Exception {
        ollama.reset();
    }

    @Test
    void cancellingBeforeTheHeadersClosesTheConnection() throws Exception {
        ollama.enqueue(Script.of(hang()));
        AssertSubscriber<ChatChunk> answer = ask(Long.MAX_VALUE);
        Exchange exchange = ollama.takeChat();
        answer.cancel();
        exchange.awaitPeerGone(PATIENCE);
    }

    @Test
    void cancellingBetweenTokensClosesTheConnection() throws Exception {
        ollama.enqueue(Script.of(content("a"), hang()));
        AssertSubscriber<ChatChunk> answer = ask(Long.MAX_VALUE);
        Exchange exchange = ollama.takeChat();
        answer.awaitItems(1, PATIENCE).cancel();
        exchange.awaitPeerGone(PATIENCE);
    }

    @Test
    void cancellingInsideALineClosesTheConnection() throws Exception {
        ollama.enqueue(Script.of(content("a"), piece("{\"mess"), hang()));
        AssertSubscriber<ChatChunk> answer = ask(Long.MAX_VALUE);
        Exchange exchange = ollama.takeChat();
        answer.awaitItems(1, PATIENCE).cancel();
        exchange.awaitPeerGone(PATIENCE);
    }

    @Test
    void cancellingAtOnceLeavesNoConnectionBehind() {
        ollama.enqueue(Script.of(hang()));
        ask(Long.MAX_VALUE).cancel();
        await().atMost(PATIENCE).until(() -> ollama.openConnections() == 0);
    }

    @Test
    void aLineThatCannotBeReadClosesTheConnection() throws Exception {
        ollama.enqueue(Script.of(piece("nonsense\n"), hang()));
        ask(Long.MAX_VALUE).awaitFailure(PATIENCE);
        ollama.takeChat().awaitPeerGone(PATIENCE);
    }

    @Test
    void withoutDemandOllamaIsHeldBack() throws Exception {
        ollama.enqueue(Script.of(endless(Duration.ZERO)));
        AssertSubscriber<ChatChunk> answer = ask(1).awaitItems(1, PATIENCE);
        Exchange exchange = ollama.takeChat();
        long sent = stableCount(exchange);
        answer.request(1000).awaitItems(1001, PATIENCE);
        assertTrue(sent < 64 << 20, "sent " + sent + " bytes to a reader that asked for one line");
        answer.cancel();
        exchange.awaitPeerGone(PATIENCE);
    }

    @Test
    void aHundredAnswersRunAtOnce() throws Exception {
        List<AssertSubscriber<ChatChunk>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ollama.enqueue(Script.of(content("a"), hang()));
            answers.add(ask(Long.MAX_VALUE));
        }
        for (AssertSubscriber<ChatChunk> answer : answers) {
            answer.awaitItems(1, PATIENCE);
        }
        answers.forEach(AssertSubscriber::cancel);
        await().atMost(PATIENCE).until(() -> ollama.openConnections() == 0);
    }

    @Test
    void oneAnswerAfterTheOtherNeverMeetsAConnectionThatIsClosing() {
        for (int i = 0; i < 200; i++) {
            ollama.enqueue(answer("a", "b"));
            assertEquals(
                    3, ask(Long.MAX_VALUE).awaitCompletion(PATIENCE).getItems().size());
        }
    }

    /** What has been sent once it no longer grows. */
    private static long stableCount(Exchange exchange) {
        long[] last = {-1};
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> last[0] == (last[0] = exchange.bytesSent()) && last[0] > 0);
        return last[0];
    }

    private AssertSubscriber<ChatChunk> ask(long demand) {
        return upstream.chat(QUESTION).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }
}
