package dev.quollama.generation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line in which the owners take turns, so that who asks for many waits longer for the second than another for the first. */
final class FairQueue<T> {

    private final Map<Owner, Deque<T>> lines = new LinkedHashMap<>();
    private int size;

    void add(Owner owner, T item) {
        lines.computeIfAbsent(owner, ignored -> new ArrayDeque<>()).add(item);
        size++;
    }

    /** Takes whose turn it is, or null when nobody waits. */
    T poll() {
        if (lines.isEmpty()) {
            return null;
        }
        Owner owner = lines.keySet().iterator().next();
        Deque<T> line = lines.remove(owner);
        T item = line.poll();
        size--;
        if (!line.isEmpty()) {
            lines.put(owner, line);
        }
        return item;
    }

    /** Takes one out of turn; false when it does not wait here. */
    boolean remove(Owner owner, T item) {
        Deque<T> line = lines.get(owner);
        if (line == null || !line.remove(item)) {
            return false;
        }
        size--;
        if (line.isEmpty()) {
            lines.remove(owner);
        }
        return true;
    }

    int size() {
        return size;
    }

    /** Everybody who waits, in the order of their turns. */
    List<T> inOrder() {
        List<T> order = new ArrayList<>(size);
        List<Deque<T>> rest = new ArrayList<>();
        lines.values().forEach(line -> rest.add(new ArrayDeque<>(line)));
        while (order.size() < size) {
            rest.removeIf(Deque::isEmpty);
            rest.forEach(line -> order.add(line.poll()));
        }
        return order;
    }
}
