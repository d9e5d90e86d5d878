package dev.quollama.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.support.RawWebSocket;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Plays the client of an example, and compares what it receives with what the example says. */
final class Replay implements AutoCloseable {

    /** A frame that has not come by then does not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** To stop it is refused at once, so whatever comes before that refusal is missing in the example. */
    private static final String NO_ANSWER = "00000000-0000-4000-8000-000000000000";

    private static final String ANOTHER_BROWSER = "another browser";

    private final Example example;
    private final URI address;
    private final UnaryOperator<String> inThisTest;
    private RawWebSocket socket;
    private String browser;

    /**
     * @param service the service's own address
     * @param inThisTest changes a line of the document to what it has to be in this test
     */
    Replay(Example example, URI service, UnaryOperator<String> inThisTest) throws IOException {
        this.example = example;
        this.address = service.resolve(example.socket());
        this.inThisTest = inThisTest;
        open(ANOTHER_BROWSER);
    }

    void chat() throws IOException {
        for (Example.Turn turn : example.turns()) {
            if (turn.anew() != null) {
                open(turn.anew());
            }
            send(turn);
            Frames expected = new Frames(example.tellsOfWaiting());
            turn.received().stream().map(inThisTest).forEach(expected::add);
            assertEquals(expected, receive(expected));
        }
        socket.sendText("{\"type\":\"stop\",\"id\":\"" + NO_ANSWER + "\"}");
        String next = socket.nextText(PATIENCE);
        assertTrue(next.contains(NO_ANSWER), () -> "The example ends before this: " + next);
    }

    void plain() throws IOException {
        Example.Turn turn = example.turns().get(0);
        send(turn);
        int last = turn.received().size() - 1;
        List<String> expected = turn.received().subList(0, last);
        List<String> texts = socket.textsUntilClose();

        assertEquals(String.join("", expected), String.join("", texts));
        assertEquals(turn.received().get(last), "(closed with " + socket.closeCode() + ")");
        if (expected.get(last - 1).startsWith("Error: ")) {
            assertEquals(expected.get(last - 1), texts.get(texts.size() - 1), "an error is a frame of its own");
        }
    }

    private void open(String who) throws IOException {
        if (who.contains(ANOTHER_BROWSER)) {
            // Any 22 characters of base64url.
            browser = UUID.randomUUID().toString().substring(0, 22);
        }
        close();
        socket = RawWebSocket.to(address)
                .header("Cookie", "quollama-owner=" + browser)
                .connect();
    }

    private void send(Example.Turn turn) throws IOException {
        for (String frame : turn.sent()) {
            socket.sendText(frame);
        }
    }

    /** Receives until it is what was expected, or nothing more comes. */
    private Frames receive(Frames expected) throws IOException {
        Frames received = new Frames(example.tellsOfWaiting());
        try {
            while (!received.equals(expected)) {
                received.add(socket.nextText(PATIENCE));
            }
        } catch (SocketTimeoutException silence) {
            return received;
        }
        return received;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
