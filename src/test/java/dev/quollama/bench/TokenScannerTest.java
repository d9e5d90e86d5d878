package dev.quollama.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.support.OllamaLines;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenScannerTest {

    private final List<Long> stamps = new ArrayList<>();
    private final TokenScanner scanner = new TokenScanner(stamps::add);

    @Test
    void everyLineOfAStreamGivesTheTimeAtWhichItWasMade() {
        TokenLine line = new TokenLine(TokenLine.SMALLEST_TOKEN);
        long before = System.nanoTime();
        scanner.scan(line.now());
        scanner.scan(line.now());
        long after = System.nanoTime();

        assertEquals(2, stamps.size());
        assertTrue(before <= stamps.get(0) && stamps.get(0) <= stamps.get(1) && stamps.get(1) <= after);
    }

    @Test
    void aLineMayBeCutAtEveryByte() {
        Buffer lines = new TokenLine(TokenLine.SMALLEST_TOKEN).now(3);
        for (int i = 0; i < lines.length(); i++) {
            scanner.scan(lines.slice(i, i + 1));
        }

        assertEquals(3, stamps.size());
    }

    @Test
    void aFrameThatHoldsSeveralTokensGivesEachOfThem() {
        scanner.scan(Buffer.buffer(
                "{\"type\":\"delta\",\"id\":\"x\",\"seq\":3,\"content\":\"0000000000000007 0000000000000008 \"}"));

        assertEquals(List.of(7L, 8L), stamps);
    }

    @Test
    void paddingIsNoToken() {
        scanner.scan(new TokenLine(1_000).now());

        assertEquals(1, stamps.size());
    }

    @Test
    void theLastLineOfAnAnswerHoldsNoToken() {
        scanner.scan(Buffer.buffer(OllamaLines.done("bench", "stop", 1)));

        assertEquals(List.of(), stamps);
    }
}
