package dev.quollama.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However often a reader is cut off, and wherever it comes back: its text is the answer, to the byte. */
class CutAndResumeTest {

    private static final int RUNS = 2_000;
    private static final int PIECES = 60;
    private static final String[] SYLLABLES = {"a", "é", "你好", "👩‍👩‍👧", "\n", "<b>", "\u0000", "\u2028", " x ", ""};

    @Test
    void cutAnywhereAndResumedAnywhereTheTextIsWhole() throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            run(new Random(seed), "seed " + seed);
        }
    }

    private static void run(Random random, String run) throws InterruptedException {
        Scene scene = new Scene();
        Generation generation = scene.start(Scene.ANN);
        // Asks for the answer, and goes.
        Cursor cursor = new Cursor(generation.readAfter(0));
        StringBuilder said = new StringBuilder();
        Thread model = new Thread(() -> speak(scene.upstream.call(0), said, new Random(run.hashCode())));
        model.start();

        StringBuilder text = new StringBuilder();
        int seen = 0;
        boolean over = false;
        while (!over) {
            for (int wanted = random.nextInt(4); wanted > 0 && !over; wanted--) {
                AnswerEvent event = cursor.next(run);
                assertTrue(event.seq() > seen, run);
                seen = event.seq();
                over = event.isLast();
                text.append(event instanceof AnswerEvent.Delta delta ? delta.content() : "");
            }
            cursor.cut();
            cursor = new Cursor(generation.readAfter(seen));
        }
        model.join();
        assertEquals(said.toString(), text.toString(), run);
    }

    private static void speak(FakeUpstream.Call call, StringBuilder said, Random random) {
        for (int i = 0; i < PIECES; i++) {
            String piece = SYLLABLES[random.nextInt(SYLLABLES.length)];
            said.append(piece);
            call.say(piece);
            if (random.nextInt(4) == 0) {
                Thread.yield();
            }
        }
        call.done("stop");
    }

    /** Reads one event at a time, so that nothing is on its way when it is cut off. */
    private static final class Cursor implements MultiSubscriber<AnswerEvent> {

        private final BlockingQueue<Optional<AnswerEvent>> events = new LinkedBlockingQueue<>();
        private Flow.Subscription subscription;

        Cursor(AnswerReader reader) {
            reader.subscribe().withSubscriber(this);
        }

        AnswerEvent next(String run) throws InterruptedException {
            subscription.request(1);
            Optional<AnswerEvent> event = events.poll(10, TimeUnit.SECONDS);
            assertNotNull(event, run);
            return event.orElseThrow();
        }

        void cut() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription incoming) {
            subscription = incoming;
        }

        @Override
        public void onItem(AnswerEvent event) {
            events.add(Optional.of(event));
        }

        @Override
        public void onFailure(Throwable failure) {
            events.add(Optional.empty());
        }

        @Override
        public void onCompletion() {
            // The last event has said so already.
        }
    }
}
