package dev.quollama.generation;

import dev.quollama.ollama.ChatMessage;
import dev.quollama.ollama.ChatRequest;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Answers, their readers and an upstream, with nothing of sockets around them. */
final class Scene {

    static final Owner ANN = new Owner("ann");
    static final Owner BOB = new Owner("bob");

    final FakeUpstream upstream = new FakeUpstream();
    final ManualTimers timers = new ManualTimers();
    final Generations generations;

    Scene() {
        this(new Settings(4 << 20, 1 << 20, 2, 3, 4));
    }

    Scene(Settings settings) {
        generations = new Generations(upstream, settings, timers);
    }

    /** The settings that tests vary; the times are a minute of linger and five of retention. */
    record Settings(long maxBytes, long retainedBytes, int maxRunning, int maxQueued, int maxPerOwner)
            implements GenerationConfig {

        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.valueOf(maxBytes));
        }

        @Override
        public Duration linger() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration retention() {
            return Duration.ofMinutes(5);
        }

        @Override
        public MemorySize retainedSize() {
            return new MemorySize(BigInteger.valueOf(retainedBytes));
        }
    }

    Generation start(Owner owner) {
        return start(owner, "tiny");
    }

    Generation start(Owner owner, String model) {
        return ((Generations.Found) generations.start(ask(UUID.randomUUID(), owner, model))).generation();
    }

    static Ask ask(UUID id, Owner owner, String model) {
        return new Ask(
                id, owner, new ChatRequest(model, List.of(ChatMessage.of("user", "hi")), null, null, null, null));
    }

    /** A reader that takes all that comes. */
    static AssertSubscriber<AnswerEvent> read(Generation generation) {
        return read(generation, 0, Long.MAX_VALUE);
    }

    static AssertSubscriber<AnswerEvent> read(Generation generation, int seen, long demand) {
        return generation.readAfter(seen).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    static String text(AssertSubscriber<AnswerEvent> reader) {
        StringBuilder text = new StringBuilder();
        for (AnswerEvent event : reader.getItems()) {
            if (event instanceof AnswerEvent.Delta delta) {
                text.append(delta.content());
            }
        }
        return text.toString();
    }
}
