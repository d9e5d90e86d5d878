package dev.quollama.chat;

import java.util.List;

/**
 * An example from docs/protocol.md.
 *
 * @param title its heading
 * @param socket the path that it connects to
 * @param ollama what Ollama does meanwhile; see {@link ExampleOllama}
 * @param turns what goes to and fro
 */
record Example(String title, String socket, String ollama, List<Turn> turns) {

    /**
     * What a client sends, one frame a line, and all that comes back before it says more.
     *
     * @param anew who has opened a new socket before, or null when it is still the same one
     */
    record Turn(String anew, List<String> sent, List<String> received) {}

    /** Whether it says what an answer waits for, which else depends on how fast this machine is. */
    boolean tellsOfWaiting() {
        return turns.stream().flatMap(turn -> turn.received().stream()).anyMatch(Frames::isWaiting);
    }

    @Override
    public String toString() {
        return title;
    }
}
