package dev.quollama.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of one answer. */
class GenerationTest {

    private final Scene scene = new Scene();
    private final Generation generation = scene.start(Scene.ANN);

    @Test
    void nothingIsAskedBeforeThereIsAReader() {
        assertEquals(0, scene.upstream.calls());
    }

    @Test
    void eachEventIsToldInItsTurn() {
        AssertSubscriber<AnswerEvent> reader = Scene.read(generation);
        call().think("hm");
        call().say("a");
        call().done("stop");
        reader.assertItems(
                        new AnswerEvent.Delta(1, "hm", ""),
                        new AnswerEvent.Delta(2, "", "a"),
                        new AnswerEvent.Done(3, "stop", new AnswerStats(5, 3, 0, 0, 0)))
                .assertCompleted();
    }

    @Test
    void aReaderThatLagsIsToldWhatItMissedAtOnce() {
        AssertSubscriber<AnswerEvent> reader = Scene.read(generation, 0, 0);
        call().say("a");
        call().say("b");
        call().say("c");
        reader.assertHasNotReceivedAnyItem().request(1).assertItems(new AnswerEvent.Delta(3, "", "abc"));
        call().say("d");
        call().done("stop");
        assertEquals(1, reader.getItems().size());
        reader.request(2);
        assertEquals("abcd", Scene.text(reader));
        reader.assertCompleted();
    }

    @Test
    void whatAReaderMissedIsToldInPiecesOfABoundedSize() {
        AssertSubscriber<AnswerEvent> reader = Scene.read(generation, 0, 0);
        String piece = "x".repeat(1000);
        for (int i = 0; i < 200; i++) {
            call().say(piece);
        }
        call().say("y".repeat(100_000));
        call().say("z");
        call().done("stop");
        reader.request(Long.MAX_VALUE).assertCompleted();
        assertEquals(piece.repeat(200) + "y".repeat(100_000) + "z", Scene.text(reader));
        int seen = 0;
        for (AnswerEvent event : reader.getItems()) {
            assertTrue(event.seq() > seen);
            seen = event.seq();
            if (event instanceof AnswerEvent.Delta delta) {
                assertTrue(delta.content().length() <= 65_536 || delta.content().equals("y".repeat(100_000)));
            }
        }
    }

    @Test
    void aStalledReaderHoldsNobodyBack() {
        AssertSubscriber<AnswerEvent> stalled = Scene.read(generation, 0, 0);
        AssertSubscriber<AnswerEvent> reader = Scene.read(generation);
        call().say("a");
        call().done("stop");
        assertEquals("a", Scene.text(reader));
        stalled.request(2);
        assertEquals("a", Scene.text(stalled));
    }

    @Test
    void aReaderMayComeAtAnyMomentAndFromAnyEvent() {
        Scene.read(generation);
        call().say("a");
        call().say("b");
        assertEquals("ab", Scene.text(Scene.read(generation)));
        assertEquals("b", Scene.text(Scene.read(generation, 1, Long.MAX_VALUE)));
        call().done("stop");
        assertEquals("ab", Scene.text(Scene.read(generation).assertCompleted()));
    }

    @Test
    void whoHasSeenEverythingIsToldTheEndAgain() {
        Scene.read(generation);
        call().say("a");
        call().done("stop");
        AnswerEvent.Done done = new AnswerEvent.Done(2, "stop", new AnswerStats(5, 3, 0, 0, 0));
        Scene.read(generation, 2, Long.MAX_VALUE).assertCompleted().assertItems(done);
        Scene.read(generation, 99, Long.MAX_VALUE).assertCompleted().assertItems(done);
    }

    @Test
    void whoClaimsToHaveSeenTheFutureIsToldWhatComes() {
        Scene.read(generation);
        call().say("a");
        AssertSubscriber<AnswerEvent> reader = Scene.read(generation, 99, Long.MAX_VALUE);
        call().say("b");
        assertEquals("b", Scene.text(reader));
    }

    @Test
    void stopClosesTheUpstreamAndIsTheLastEvent() {
        AssertSubscriber<AnswerEvent> reader = Scene.read(generation);
        call().say("a");
        generation.stop();
        generation.stop();
        assertTrue(call().isClosed());
        assertEquals(new AnswerEvent.Stopped(2), reader.assertCompleted().getLastItem());
    }

    @Test
    void anAnswerThatHasEndedByItselfIsNotCutOff() {
        Scene.read(generation);
        call().done("stop");
        generation.stop();
        assertFalse(call().isClosed());
    }

    @Test
    void aFailureKeepsTheTextBeforeIt() {
        AssertSubscriber<AnswerEvent> reader = Scene.read(generation);
        call().say("a");
        call().fail(new UpstreamFailure(FailureCode.INTERRUPTED, "It broke.", null));
        assertEquals("a", Scene.text(reader));
        AnswerEvent.Failed failed = assertInstanceOf(AnswerEvent.Failed.class, reader.getLastItem());
        assertEquals(FailureCode.INTERRUPTED, failed.failure().code());
    }

    @Test
    void anAnswerThatGrowsTooLargeEndsWithItsTextKept() {
        Scene small = new Scene(new Scene.Settings(4, 100, 2, 3, 4));
        AssertSubscriber<AnswerEvent> reader = Scene.read(small.start(Scene.ANN));
        small.upstream.call(0).say("abc");
        small.upstream.call(0).say("dé");
        assertEquals("abc", Scene.text(reader.assertCompleted()));
        assertEquals(
                FailureCode.TOO_LARGE,
                assertInstanceOf(AnswerEvent.Failed.class, reader.getLastItem())
                        .failure()
                        .code());
        assertTrue(small.upstream.call(0).isClosed());
    }

    @Test
    void withoutAReaderItGoesOnForTheLingerAndThenStops() {
        Scene.read(generation).cancel();
        call().say("a");
        scene.timers.pass(Duration.ofSeconds(59));
        assertFalse(call().isClosed());
        scene.timers.pass(Duration.ofSeconds(1));
        assertTrue(call().isClosed());
        assertEquals(
                new AnswerEvent.Stopped(2),
                Scene.read(generation).assertCompleted().getLastItem());
    }

    @Test
    void aReaderThatComesBackEndsTheLinger() {
        Scene.read(generation).cancel();
        AssertSubscriber<AnswerEvent> back = Scene.read(generation);
        scene.timers.pass(Duration.ofMinutes(2));
        call().say("a");
        call().done("stop");
        assertEquals("a", Scene.text(back.assertCompleted()));
    }

    @Test
    void anAnswerThatNobodyCanComeBackToEndsWithItsReader() {
        Generation plain = ((Generations.Found)
                        scene.generations.startUnlasting(Scene.ask(UUID.randomUUID(), Scene.ANN, "tiny")))
                .generation();
        Scene.read(plain).cancel();
        assertTrue(call().isClosed());
    }

    @Test
    void aReaderCancelledBeforeItReadDoesNotKeepTheAnswerAlive() {
        AnswerReader reader = generation.readAfter(0);
        reader.cancel();
        scene.timers.pass(Duration.ofMinutes(1));
        assertEquals(0, scene.generations.unfinished());
    }

    private FakeUpstream.Call call() {
        return scene.upstream.call(0);
    }
}
