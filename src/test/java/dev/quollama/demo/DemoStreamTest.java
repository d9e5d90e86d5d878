package dev.quollama.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.ollama.ChatChunk;
import dev.quollama.ollama.ChatMessage;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The demo model as a stream: pace, demand, cancellation and its last chunk. */
class DemoStreamTest {

    private final Scripts scripts = new Scripts();

    @Test
    void everyPieceTakesItsTime() {
        Duration pace = Duration.ofMillis(20);
        long began = System.nanoTime();
        new DemoUpstream(scripts, pace)
                .chat(Ask.user("hello").numPredict(10).request())
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofSeconds(10));
        assertTrue(System.nanoTime() - began >= pace.multipliedBy(10).toNanos());
    }

    @Test
    void nothingIsSaidUnlessAskedFor() {
        AssertSubscriber<ChatChunk> reader =
                Ask.user("hello").stream().subscribe().withSubscriber(AssertSubscriber.create());
        reader.request(3).awaitItems(3);
        await().during(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(2))
                .until(() -> reader.getItems().size() == 3);
        reader.assertNotTerminated();
    }

    @Test
    void theLastChunkWaitsForDemandToo() {
        Ask short3 = Ask.user("hello").numPredict(3);
        AssertSubscriber<ChatChunk> reader = short3.stream().subscribe().withSubscriber(AssertSubscriber.create(3));
        reader.awaitItems(3).assertNotTerminated();
        reader.request(1).awaitCompletion();
        assertTrue(reader.getLastItem().done());
    }

    @Test
    void cancellingEndsItAtOnce() {
        List<ChatChunk> said = new CopyOnWriteArrayList<>();
        Multi<ChatChunk> answer = Ask.user("write a long text").stream().invoke(said::add);
        answer.select().first(2).collect().asList().await().atMost(Duration.ofSeconds(5));
        await().during(Duration.ofMillis(100)).atMost(Duration.ofSeconds(2)).until(() -> said.size() == 2);
    }

    @Test
    void cancellingDuringAPauseEndsItToo() {
        AssertSubscriber<ChatChunk> reader = new DemoUpstream(scripts, Duration.ofMillis(50))
                .chat(Ask.user("hello").request())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        reader.cancel();
        await().during(Duration.ofMillis(150))
                .atMost(Duration.ofSeconds(2))
                .until(() -> reader.getItems().isEmpty());
    }

    @Test
    void theLastChunkCountsHonestly() {
        List<ChatChunk> chunks = Ask.user("hello").chunks();
        ChatChunk last = chunks.get(chunks.size() - 1);
        assertTrue(last.done());
        assertEquals("stop", last.doneReason());
        assertEquals(chunks.size() - 1, last.evalCount());
        assertTrue(last.promptEvalCount() > 0);
        assertTrue(last.promptEvalDuration() > 0);
        assertTrue(last.evalDuration() > 0);
        assertEquals(last.totalDuration(), last.promptEvalDuration() + last.evalDuration());
    }

    @Test
    void onlyTheLastChunkIsDone() {
        List<ChatChunk> chunks = Ask.user("hello").chunks();
        assertTrue(chunks.subList(0, chunks.size() - 1).stream().noneMatch(ChatChunk::done));
    }

    @Test
    void numPredictEndsTheAnswerEarly() {
        List<ChatChunk> chunks = Ask.user("hello").numPredict(5).chunks();
        assertEquals(6, chunks.size());
        assertEquals("length", chunks.get(5).doneReason());
        assertEquals(5, chunks.get(5).evalCount());
    }

    @Test
    void numPredictBelowOneIsNoLimit() {
        List<ChatChunk> chunks = Ask.user("hello").numPredict(-1).chunks();
        assertEquals("stop", chunks.get(chunks.size() - 1).doneReason());
    }

    @Test
    void numPredictOverTheWholeAnswerIsNoLimit() {
        List<ChatChunk> chunks = Ask.user("hello").numPredict(1_000_000).chunks();
        assertEquals("stop", chunks.get(chunks.size() - 1).doneReason());
    }

    @Test
    void thinkingComesBeforeTheAnswer() {
        List<ChatChunk> chunks = Ask.user("think aloud").chunks();
        long thoughts = chunks.stream()
                .takeWhile(chunk -> chunk.message().thinking() != null)
                .count();
        assertTrue(thoughts > 20);
        assertTrue(
                chunks.stream().skip(thoughts).allMatch(chunk -> chunk.message().thinking() == null));
    }

    @Test
    void thinkTrueMakesEveryAnswerThinkFirst() {
        assertFalse(Ask.thinking(Ask.user("hello").think(true).chunks()).isEmpty());
    }

    @Test
    void thinkFalseMakesNoAnswerThink() {
        assertEquals("", Ask.thinking(Ask.user("think aloud").think(false).chunks()));
        assertEquals("", Ask.thinking(Ask.user("hello").think(false).chunks()));
    }

    @Test
    void withoutAWishItThinksOnlyWhereThatIsTheTopic() {
        assertEquals("", Ask.thinking(Ask.user("hello").chunks()));
    }

    @Test
    void anErrorInMidAnswerKeepsTheTextSoFar() {
        AssertSubscriber<ChatChunk> reader = Ask.user("break off with an error").stream()
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        UpstreamFailure failure =
                assertInstanceOf(UpstreamFailure.class, reader.awaitFailure().getFailure());
        assertEquals(FailureCode.INTERRUPTED, failure.code());
        assertTrue(failure.getMessage().contains("because you asked"));
        assertTrue(Ask.content(reader.getItems()).length() > 200);
    }

    @Test
    void aConversationWithoutMessagesOnlyLoads() {
        List<ChatChunk> chunks = Ask.user().chunks();
        assertEquals(1, chunks.size());
        assertEquals("load", chunks.get(0).doneReason());
        assertEquals(0, chunks.get(0).evalCount());
    }

    @Test
    void anImageIsRefusedAsByAnyModelThatCannotSee() {
        AssertSubscriber<ChatChunk> reader =
                Ask.user().with(new ChatMessage("user", "what is this?", null, List.of("aGk="), null)).stream()
                        .subscribe()
                        .withSubscriber(AssertSubscriber.create(1));
        UpstreamFailure failure =
                assertInstanceOf(UpstreamFailure.class, reader.awaitFailure().getFailure());
        assertEquals(FailureCode.NO_CAPABILITY, failure.code());
        assertNull(failure.hint());
    }
}
