package dev.quollama.generation;

import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.Upstream;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The answers in the making, by their ids. */
@Singleton
public class Generations {

    private final Upstream upstream;
    private final GenerationConfig config;
    private final ConcurrentMap<UUID, Generation> running = new ConcurrentHashMap<>();

    Generations(Upstream upstream, GenerationConfig config) {
        this.upstream = upstream;
        this.config = config;
    }

    /**
     * Registers an answer; it begins when its first reader comes.
     *
     * @return the answer, or nothing when the id is in use
     */
    public Optional<Generation> start(UUID id, ChatRequest request) {
        AnswerLog log = new AnswerLog(config.maxSize().asLongValue());
        Generation generation = new Generation(id, request, upstream, log, this::forget);
        return running.putIfAbsent(id, generation) == null ? Optional.of(generation) : Optional.empty();
    }

    /** The answer of that id, if there is one. */
    public Optional<Generation> find(UUID id) {
        return Optional.ofNullable(running.get(id));
    }

    private void forget(Generation generation) {
        running.remove(generation.id());
    }
}
