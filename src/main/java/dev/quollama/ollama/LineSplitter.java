package dev.quollama.ollama;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines, wherever the network cut it. A line feed is never part of another character in UTF-8, so bytes
 * are all it needs to know. Lines of white space alone are left out.
 */
final class LineSplitter {

    /** Enough for a token's line, so that one cut by the network is pieced together without growing the buffer. */
    private static final int INITIAL_CAPACITY = 512;

    private final int maxLine;
    private byte[] carried = new byte[0];
    private int carriedLength;

    /**
     * @param maxLine the longest line in bytes, the line feed not counted
     */
    LineSplitter(int maxLine) {
        this.maxLine = maxLine;
    }

    /**
     * Takes the next bytes and hands on each line that they complete.
     *
     * @throws UpstreamFailure when a line grows over the bound
     */
    void accept(byte[] bytes, Consumer<byte[]> lines) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                carry(bytes, start, i);
                emit(lines);
                start = i + 1;
            }
        }
        carry(bytes, start, bytes.length);
    }

    /** Hands on what came after the last line feed. */
    void finish(Consumer<byte[]> lines) {
        emit(lines);
    }

    private void carry(byte[] bytes, int from, int to) {
        int length = carriedLength + to - from;
        if (length > maxLine) {
            throw Failures.lineTooLong(maxLine);
        }
        if (length > carried.length) {
            // Doubling keeps a line that comes byte by byte linear in time.
            carried = Arrays.copyOf(carried, Math.max(length, Math.max(INITIAL_CAPACITY, carried.length * 2)));
        }
        System.arraycopy(bytes, from, carried, carriedLength, to - from);
        carriedLength = length;
    }

    private void emit(Consumer<byte[]> lines) {
        if (!isBlank()) {
            lines.accept(Arrays.copyOf(carried, carriedLength));
        }
        carriedLength = 0;
    }

    private boolean isBlank() {
        for (int i = 0; i < carriedLength; i++) {
            if (carried[i] > ' ' || carried[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
