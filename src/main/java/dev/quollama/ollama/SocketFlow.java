package dev.quollama.ollama;

/** Starts and stops reading from a call's socket, which lets TCP bring the sender to a halt. */
final class SocketFlow {

    private final ChatCall call;
    private volatile boolean paused;

    SocketFlow(ChatCall call) {
        this.call = call;
    }

    void pause() {
        change(true);
    }

    void resume() {
        change(false);
    }

    private void change(boolean wanted) {
        if (paused != wanted) {
            paused = wanted;
            call.whenResponding(response -> {
                // Orders may overtake each other on their way here; the last one given is the one that counts.
                if (paused) {
                    response.pause();
                } else {
                    response.resume();
                }
            });
        }
    }
}
