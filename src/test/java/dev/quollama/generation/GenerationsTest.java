package dev.quollama.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.generation.AnswerEvent.Phase;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The answers together: who may have how many, who waits, and what is kept. */
class GenerationsTest {

    /** Two run, three wait, four for each owner. */
    private final Scene scene = new Scene();

    @Test
    void moreThanCanRunWaitAndAreToldTheirPlace() {
        read(Scene.ANN);
        read(Scene.ANN);
        AssertSubscriber<AnswerEvent> first = read(Scene.ANN);
        AssertSubscriber<AnswerEvent> second = read(Scene.BOB);
        assertEquals(2, scene.upstream.calls());
        assertEquals(new AnswerEvent.Waiting(1, Phase.QUEUED, 1), first.getLastItem());
        assertEquals(new AnswerEvent.Waiting(1, Phase.QUEUED, 2), second.getLastItem());
        scene.upstream.call(0).done("stop");
        assertEquals(3, scene.upstream.calls());
        assertEquals(new AnswerEvent.Waiting(2, Phase.QUEUED, 1), second.getLastItem());
    }

    @Test
    void ownersTakeTurnsInTheLine() {
        read(Scene.BOB);
        read(Scene.BOB);
        read(Scene.ANN);
        AssertSubscriber<AnswerEvent> annsSecond = read(Scene.ANN);
        AssertSubscriber<AnswerEvent> bobs = read(Scene.BOB);
        assertEquals(new AnswerEvent.Waiting(1, Phase.QUEUED, 2), bobs.getLastItem());
        assertEquals(
                3,
                assertInstanceOf(AnswerEvent.Waiting.class, annsSecond.getLastItem())
                        .position());
    }

    @Test
    void whoLeavesTheLineMakesRoomForThoseBehind() {
        read(Scene.ANN);
        read(Scene.ANN);
        Generation leaving = scene.start(Scene.ANN);
        Scene.read(leaving);
        AssertSubscriber<AnswerEvent> behind = read(Scene.BOB);
        leaving.stop();
        assertEquals(new AnswerEvent.Waiting(2, Phase.QUEUED, 1), behind.getLastItem());
        assertEquals(2, scene.upstream.calls());
    }

    @Test
    void aFullLineIsBusy() {
        for (int i = 0; i < 5; i++) {
            read(new Owner("owner " + i));
        }
        AnswerEvent last = read(Scene.BOB).assertCompleted().getLastItem();
        assertEquals(
                FailureCode.BUSY,
                assertInstanceOf(AnswerEvent.Failed.class, last).failure().code());
    }

    @Test
    void anOwnerMayHaveOnlySoManyUnfinished() {
        for (int i = 0; i < 4; i++) {
            read(Scene.ANN);
        }
        Ask ask = Scene.ask(UUID.randomUUID(), Scene.ANN, "tiny");
        assertEquals(Generations.Missing.TOO_MANY, scene.generations.start(ask));
        scene.upstream.call(0).done("stop");
        assertInstanceOf(Generations.Found.class, scene.generations.start(ask));
    }

    @Test
    void anIdIsUsedOnce() {
        Ask ask = Scene.ask(UUID.randomUUID(), Scene.ANN, "tiny");
        scene.generations.start(ask);
        assertEquals(Generations.Missing.ID_IN_USE, scene.generations.start(ask));
    }

    @Test
    void anAnswerIsItsOwnersAlone() {
        Generation generation = scene.start(Scene.ANN);
        assertInstanceOf(Generations.Found.class, scene.generations.find(generation.id(), Scene.ANN));
        assertEquals(Generations.Missing.NOT_YOURS, scene.generations.find(generation.id(), Scene.BOB));
        assertEquals(Generations.Missing.GONE, scene.generations.find(UUID.randomUUID(), Scene.BOB));
    }

    @Test
    void whatHasEndedIsKeptForItsTime() {
        Generation generation = scene.start(Scene.ANN);
        Scene.read(generation);
        scene.upstream.call(0).done("stop");
        scene.timers.pass(Duration.ofMinutes(4));
        assertInstanceOf(Generations.Found.class, scene.generations.find(generation.id(), Scene.ANN));
        scene.timers.pass(Duration.ofMinutes(1));
        assertEquals(Generations.Missing.GONE, scene.generations.find(generation.id(), Scene.ANN));
    }

    @Test
    void tooMuchKeptTextDropsTheOldestFirst() {
        Scene small = new Scene(new Scene.Settings(100, 10, 2, 3, 4));
        Generation old = finish(small, 0, "1234567");
        Generation young = finish(small, 1, "1234567");
        small.timers.pass(Duration.ofMillis(300));
        assertEquals(1, small.timers.pending(), "a timer still holds what was dropped");
        assertEquals(Generations.Missing.GONE, small.generations.find(old.id(), Scene.ANN));
        assertInstanceOf(Generations.Found.class, small.generations.find(young.id(), Scene.ANN));
    }

    @Test
    void whatOllamaDoesMeanwhileIsAskedOnceForAll() {
        scene.upstream.load("tiny:latest");
        AssertSubscriber<AnswerEvent> first = read(Scene.ANN);
        AssertSubscriber<AnswerEvent> second = Scene.read(scene.start(Scene.BOB, "big"));
        scene.timers.pass(Duration.ofMillis(300));
        assertEquals(new AnswerEvent.Waiting(1, Phase.PROMPT, null), first.getLastItem());
        assertEquals(new AnswerEvent.Waiting(1, Phase.LOADING, null), second.getLastItem());
        assertEquals(1, scene.upstream.questions());
    }

    @Test
    void anAskBehindOthersForTheSameModelIsInOllamasLine() {
        scene.upstream.load("tiny:latest");
        read(Scene.ANN);
        AssertSubscriber<AnswerEvent> second = Scene.read(scene.start(Scene.BOB, "TINY:latest"));
        scene.upstream.call(0).say("a");
        scene.timers.pass(Duration.ofMillis(300));
        assertEquals(new AnswerEvent.Waiting(1, Phase.QUEUED, 1), second.getLastItem());
        scene.upstream.call(0).done("stop");
        scene.timers.pass(Duration.ofSeconds(1));
        assertEquals(new AnswerEvent.Waiting(2, Phase.PROMPT, null), second.getLastItem());
    }

    @Test
    void ollamaIsNotAskedWhileNobodyWaits() {
        read(Scene.ANN);
        scene.upstream.call(0).say("a");
        scene.timers.pass(Duration.ofMillis(300));
        scene.timers.pass(Duration.ofSeconds(5));
        assertEquals(0, scene.upstream.questions());
        assertEquals(0, scene.timers.pending());
    }

    @Test
    void beforeTheShutdownRunningAnswersFinishAndNewOnesAreRefused() {
        read(Scene.ANN);
        CompletableFuture<Void> closed = scene.generations.close();
        AnswerEvent refused = read(Scene.BOB).assertCompleted().getLastItem();
        assertEquals(
                FailureCode.SHUTTING_DOWN,
                assertInstanceOf(AnswerEvent.Failed.class, refused).failure().code());
        assertFalse(closed.isDone());
        scene.upstream.call(0).done("stop");
        assertTrue(closed.isDone());
    }

    @Test
    void whatIsStillRunningAtTheEndOfTheGraceEndsThere() {
        AssertSubscriber<AnswerEvent> reader = read(Scene.ANN);
        CompletableFuture<Void> closed = scene.generations.close();
        scene.upstream.call(0).say("a");
        scene.generations.failAll(new UpstreamFailure(FailureCode.SHUTTING_DOWN, "Over.", null));
        assertTrue(closed.isDone());
        assertTrue(scene.upstream.call(0).isClosed());
        assertEquals("a", Scene.text(reader.assertCompleted()));
    }

    private AssertSubscriber<AnswerEvent> read(Owner owner) {
        return Scene.read(scene.start(owner));
    }

    private static Generation finish(Scene scene, int call, String text) {
        Generation generation = scene.start(Scene.ANN);
        Scene.read(generation);
        scene.upstream.call(call).say(text);
        scene.upstream.call(call).done("stop");
        return generation;
    }
}
