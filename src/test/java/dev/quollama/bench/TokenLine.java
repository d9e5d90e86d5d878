package dev.quollama.bench;

import dev.quollama.support.OllamaLines;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * The line of a token, made once and stamped each time it is sent: the token's text is the time of sending, so that whoever receives
 * it knows how long it was under way.
 */
final class TokenLine {

    /** {@link System#nanoTime()} is the machine's monotonic clock, the same for all its processes; 16 digits last for 115 days. */
    private static final int DIGITS = 16;

    /** The digits and a space, which ends the token. */
    static final int SMALLEST_TOKEN = DIGITS + 1;

    private final byte[] line;
    private final int stampEnd;

    /**
     * @param tokenBytes the text of the token; what is longer than the stamp is padding
     */
    TokenLine(int tokenBytes) {
        String text = "0".repeat(DIGITS) + "x".repeat(tokenBytes - SMALLEST_TOKEN) + " ";
        String json = OllamaLines.content("bench", text) + "\n";
        line = json.getBytes(StandardCharsets.UTF_8);
        stampEnd = json.indexOf(text) + DIGITS;
    }

    /** A stamped line. */
    Buffer now() {
        stamp(System.nanoTime());
        return Buffer.buffer(line);
    }

    /** As many lines, with the same stamp. */
    Buffer now(int lines) {
        stamp(System.nanoTime());
        Buffer all = Buffer.buffer(line.length * lines);
        for (int i = 0; i < lines; i++) {
            all.appendBytes(line);
        }
        return all;
    }

    /** What there is of a stamped line when it is cut in the middle. */
    Buffer firstHalf() {
        return now().slice(0, line.length / 2);
    }

    private void stamp(long nanos) {
        long rest = nanos;
        for (int i = stampEnd - 1; i >= stampEnd - DIGITS; i--) {
            line[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
