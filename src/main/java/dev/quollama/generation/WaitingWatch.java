package dev.quollama.generation;

import dev.quollama.ollama.RunningModel;
import dev.quollama.ollama.Upstream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Finds out what answers wait for that Ollama has been asked for: it says nothing before the first token. One question for all of
 * them, and none while nobody waits.
 */
final class WaitingWatch {

    /** A loaded model with a short prompt answers within this; there is nothing to tell then. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** As often as the page's words for it would change. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private static final String DEFAULT_TAG = ":latest";

    private final Admission admission;
    private final Upstream upstream;
    private final Timers timers;
    private final AtomicBoolean watching = new AtomicBoolean();

    WaitingWatch(Admission admission, Upstream upstream, Timers timers) {
        this.admission = admission;
        this.upstream = upstream;
        this.timers = timers;
    }

    /** Somebody has begun to wait. */
    void wake() {
        if (watching.compareAndSet(false, true)) {
            timers.after(PATIENCE, this::look);
        }
    }

    private void look() {
        if (admission.running().stream().noneMatch(WaitingWatch::isWaiting)) {
            watching.set(false);
            // One that came between the look and the line above found the watch on.
            if (admission.running().stream().anyMatch(WaitingWatch::isWaiting)) {
                wake();
            }
            return;
        }
        upstream.running().subscribe().with(this::tell, ignored -> lookAgain());
    }

    private void tell(List<RunningModel> models) {
        Set<String> loaded =
                models.stream().map(RunningModel::name).map(WaitingWatch::key).collect(Collectors.toSet());
        Map<String, Integer> ahead = new HashMap<>();
        for (Generation generation : admission.running()) {
            String model = key(generation.model());
            int before = ahead.merge(model, 1, Integer::sum) - 1;
            if (isWaiting(generation)) {
                tell(generation, before, loaded.contains(model));
            }
        }
        lookAgain();
    }

    private static void tell(Generation generation, int before, boolean loaded) {
        if (before > 0) {
            generation.waitFor(AnswerEvent.Phase.QUEUED, before);
        } else {
            generation.waitFor(loaded ? AnswerEvent.Phase.PROMPT : AnswerEvent.Phase.LOADING, null);
        }
    }

    private void lookAgain() {
        timers.after(BETWEEN_QUESTIONS, this::look);
    }

    private static boolean isWaiting(Generation generation) {
        return generation.log().isSilent() && !generation.log().isOver();
    }

    /** Ollama takes names in any case and adds the tag itself. */
    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('/') + 1).contains(":") ? lower : lower + DEFAULT_TAG;
    }
}
