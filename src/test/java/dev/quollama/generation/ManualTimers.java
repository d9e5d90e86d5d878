package dev.quollama.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when a test says so. */
final class ManualTimers implements Timers {

    private record Timer(Duration due, Runnable action) {}

    private final List<Timer> timers = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public synchronized Runnable after(Duration delay, Runnable action) {
        Timer timer = new Timer(now.plus(delay), action);
        timers.add(timer);
        return () -> callOff(timer);
    }

    private synchronized void callOff(Timer timer) {
        timers.remove(timer);
    }

    void pass(Duration time) {
        List<Timer> due;
        synchronized (this) {
            now = now.plus(time);
            due = timers.stream()
                    .filter(timer -> timer.due().compareTo(now) <= 0)
                    .toList();
            timers.removeAll(due);
        }
        due.forEach(timer -> timer.action().run());
    }

    synchronized int pending() {
        return timers.size();
    }
}
