package dev.quollama.ollama;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(1 << 20);

    @Test
    void aLineOf64KiBMayBeCutAtEveryByte() {
        byte[] line = "é".repeat(32 << 10).getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(line, line.length + 1);
        text[line.length] = '\n';
        List<byte[]> whole = new ArrayList<>();
        for (int cut = 0; cut <= text.length; cut++) {
            splitter.accept(Arrays.copyOf(text, cut), whole::add);
            splitter.accept(Arrays.copyOfRange(text, cut, text.length), whole::add);
            assertEquals(1, whole.size());
            assertArrayEquals(line, whole.remove(0));
        }
    }

    @Test
    void severalLinesInOnePieceStayApart() {
        give("a\nb\r\n\n  \nc");
        finish();
        assertEquals(List.of("a", "b\r", "c"), lines);
    }

    @Test
    void aLineOverTheBoundFails() {
        LineSplitter small = new LineSplitter(4);
        small.accept("1234".getBytes(StandardCharsets.UTF_8), line -> {});
        assertThrows(UpstreamFailure.class, () -> small.accept("5".getBytes(StandardCharsets.UTF_8), line -> {}));
    }

    private void give(String text) {
        give(text.getBytes(StandardCharsets.UTF_8));
    }

    private void give(byte[] bytes) {
        splitter.accept(bytes, this::keep);
    }

    private void finish() {
        splitter.finish(this::keep);
    }

    private void keep(byte[] line) {
        lines.add(new String(line, StandardCharsets.UTF_8));
    }
}
