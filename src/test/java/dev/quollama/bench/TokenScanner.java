package dev.quollama.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Finds the stamps of {@link TokenLine} in Ollama's lines and in Quollama's frames alike, wherever the network cut them. It looks at
 * each byte once and parses no JSON: the client has to cost next to nothing.
 */
final class TokenScanner {

    private static final byte[] KEY = "\"content\":\"".getBytes(StandardCharsets.US_ASCII);

    private final LongConsumer stamps;
    private int matched;
    private long stamp;

    /**
     * @param stamps is told each token's time of sending
     */
    TokenScanner(LongConsumer stamps) {
        this.stamps = stamps;
    }

    void scan(Buffer bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            byte b = bytes.getByte(i);
            if (matched < KEY.length) {
                seek(b);
            } else {
                read(b);
            }
        }
    }

    private void seek(byte b) {
        if (b == KEY[matched]) {
            matched++;
        } else {
            // The key has only one other quote, before its colon, and nothing that begins like the key ends there.
            matched = b == KEY[0] ? 1 : 0;
        }
    }

    private void read(byte b) {
        if (b >= '0' && b <= '9') {
            stamp = stamp * 10 + b - '0';
        } else if (b == ' ') {
            stamps.accept(stamp);
            stamp = 0;
        } else if (b == '"') {
            matched = 0;
        }
    }
}
