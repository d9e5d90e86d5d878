package dev.quollama.generation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets a bounded number of answers run and the next ones wait for their turn, told where in the line they are.
 *
 * <p>Positions are told while the lock is held: told outside, an older one could arrive last.
 */
final class Admission {

    private final int maxRunning;
    private final int maxQueued;
    private final Set<Generation> running = new LinkedHashSet<>();
    private final FairQueue<Generation> queue = new FairQueue<>();

    Admission(int maxRunning, int maxQueued) {
        this.maxRunning = maxRunning;
        this.maxQueued = maxQueued;
    }

    /**
     * Lets an answer run, or wait.
     *
     * @return false when even the line is full
     */
    boolean enter(Generation generation) {
        synchronized (this) {
            if (running.size() >= maxRunning) {
                return queue(generation);
            }
            running.add(generation);
        }
        generation.ask();
        return true;
    }

    private boolean queue(Generation generation) {
        if (queue.size() >= maxQueued) {
            return false;
        }
        queue.add(generation.owner(), generation);
        tellPositions();
        return true;
    }

    /** An answer is over, wherever it was; the next one takes its place. */
    void leave(Generation generation) {
        Generation next = placeOf(generation);
        if (next != null) {
            next.ask();
        }
    }

    private synchronized Generation placeOf(Generation generation) {
        Generation next = null;
        if (running.remove(generation)) {
            next = queue.poll();
        } else {
            queue.remove(generation.owner(), generation);
        }
        if (next != null) {
            running.add(next);
        }
        tellPositions();
        return next;
    }

    /** The answers that Ollama has been asked for, in the order in which it was. */
    synchronized List<Generation> running() {
        return List.copyOf(running);
    }

    private void tellPositions() {
        int position = 0;
        for (Generation waiting : queue.inOrder()) {
            position++;
            waiting.waitFor(AnswerEvent.Phase.QUEUED, position);
        }
    }
}
