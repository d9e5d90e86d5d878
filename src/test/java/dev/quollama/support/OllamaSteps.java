package dev.quollama.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;

/** Steps that speak as Ollama does: its lines, in its order, with its framing. */
public final class OllamaSteps {

    private static final String JSON = "application/json; charset=utf-8";

    private OllamaSteps() {}

    /** A whole answer: these pieces, a line each, then the end. */
    public static Script answer(String... pieces) {
        return Script.of(content(pieces), done());
    }

    /** Pieces of the answer, a line each. */
    public static Script content(String... pieces) {
        return wire -> {
            for (String piece : pieces) {
                sendLine(wire, OllamaLines.content(wire.model(), piece));
            }
        };
    }

    /** Pieces of the reasoning, a line each. */
    public static Script thinking(String... pieces) {
        return wire -> {
            for (String piece : pieces) {
                sendLine(wire, OllamaLines.thinking(wire.model(), piece));
            }
        };
    }

    /** The last line, because the model came to its end, and the end of the stream. */
    public static Script done() {
        return done("stop");
    }

    /** The last line with this reason, such as {@code length}, and the end of the stream. */
    public static Script done(String reason) {
        return wire -> {
            sendLine(wire, OllamaLines.done(wire.model(), reason, wire.pieces()));
            wire.endStream();
        };
    }

    /** An error inside a stream with status 200, and the stream's proper end. */
    public static Script errorLine(String message) {
        return wire -> {
            sendLine(wire, OllamaLines.error(message));
            wire.endStream();
        };
    }

    /** An answer with a status of its own and Ollama's error body. */
    public static Script failure(int status, String message) {
        return wire -> wire.respond(status, JSON, OllamaLines.error(message));
    }

    /** An answer of one JSON document. */
    public static Script json(String body) {
        return wire -> wire.respond(200, JSON, body);
    }

    /** Numbered words without end, {@code " 0"}, {@code " 1"} and so on, until the peer leaves. */
    public static Script endless(Duration between) {
        return wire -> {
            for (int n = 0; true; n++) {
                sendLine(wire, OllamaLines.content(wire.model(), " " + n));
                wire.connection().pause(between);
            }
        };
    }

    private static void sendLine(Wire wire, String line) throws IOException {
        wire.sendPiece((line + "\n").getBytes(UTF_8));
    }
}
