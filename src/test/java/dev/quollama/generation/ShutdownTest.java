package dev.quollama.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.ollama.FailureCode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service is told to stop, whatever an answer is doing at that moment. */
class ShutdownTest {

    /** How far an answer has come. */
    enum Phase {
        QUEUED("", true),
        LOADING("", false),
        AT_THE_FIRST_TOKEN("one ", false),
        IN_MID_ANSWER("one two three ", false);

        private final String text;
        private final boolean behindAnother;

        Phase(String text, boolean behindAnother) {
            this.text = text;
            this.behindAnother = behindAnother;
        }
    }

    private final Scene scene = new Scene(new Scene.Settings(1000, 1000, 1, 3, 4));
    private AssertSubscriber<AnswerEvent> reader;
    private FakeUpstream.Call other;

    @ParameterizedTest(name = "SIGTERM while {0}: the answer is finished first")
    @EnumSource
    void anAnswerIsFinishedWithinTheGrace(Phase phase) {
        begin(phase);
        CompletableFuture<Void> shutdown = shutdown(Duration.ofSeconds(20));
        if (phase.behindAnother) {
            other.done("stop");
        }
        FakeUpstream.Call call = scene.upstream.call(phase.behindAnother ? 1 : 0);
        call.say("end");
        assertFalse(shutdown.isDone());
        call.done("stop");
        shutdown.join();
        assertEquals(phase.text + "end", Scene.text(reader.assertCompleted()));
        assertInstanceOf(AnswerEvent.Done.class, reader.getLastItem());
    }

    @ParameterizedTest(name = "SIGTERM while {0}, and no time left: it ends there with its text, and Ollama is let go")
    @EnumSource
    void anAnswerThatTakesLongerEndsThere(Phase phase) {
        begin(phase);
        shutdown(Duration.ofMillis(1)).join();
        assertEquals(phase.text, Scene.text(reader.assertCompleted()));
        AnswerEvent.Failed failed = assertInstanceOf(AnswerEvent.Failed.class, reader.getLastItem());
        assertEquals(FailureCode.SHUTTING_DOWN, failed.failure().code());
        assertTrue(scene.upstream.call(0).isClosed());
        assertEquals(0, scene.generations.unfinished());
    }

    @Test
    @DisplayName("SIGTERM when an answer has just finished: nothing is waited for, and it can still be read")
    void anAnswerThatHasJustFinishedIsNotWaitedFor() {
        Generation generation = scene.start(Scene.ANN);
        reader = Scene.read(generation);
        scene.upstream.call(0).say("end");
        scene.upstream.call(0).done("stop");
        shutdown(Duration.ofSeconds(20)).join();
        assertEquals("end", Scene.text(reader.assertCompleted()));
        assertEquals("end", Scene.text(Scene.read(generation).assertCompleted()));
    }

    private void begin(Phase phase) {
        if (phase.behindAnother) {
            Scene.read(scene.start(Scene.BOB));
            other = scene.upstream.call(0);
        }
        reader = Scene.read(scene.start(Scene.ANN));
        for (String word : phase.text.split("(?<= )")) {
            if (!word.isEmpty()) {
                scene.upstream.call(0).say(word);
            }
        }
    }

    private CompletableFuture<Void> shutdown(Duration grace) {
        Shutdown shutdown = new Shutdown(scene.generations, () -> grace);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread sigterm = new Thread(() -> {
            try {
                shutdown.onShutdown(new ShutdownDelayInitiatedEvent());
                done.complete(null);
            } catch (InterruptedException e) {
                done.completeExceptionally(e);
            }
        });
        sigterm.start();
        return done;
    }
}
