package dev.quollama.generation;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the unfinished answers of each owner. */
final class OwnersLimit {

    private final int most;
    private final ConcurrentMap<Owner, Integer> taken = new ConcurrentHashMap<>();

    OwnersLimit(int most) {
        this.most = most;
    }

    /** Takes one; false when the owner has as many as are allowed. */
    boolean take(Owner owner) {
        boolean[] granted = new boolean[1];
        taken.compute(owner, (ignored, count) -> {
            int now = count == null ? 0 : count;
            granted[0] = now < most;
            return granted[0] ? now + 1 : count;
        });
        return granted[0];
    }

    void giveBack(Owner owner) {
        taken.computeIfPresent(owner, (ignored, count) -> count == 1 ? null : count - 1);
    }
}
