package dev.quollama.generation;

import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * All that an answer has said so far: its text, where in the text each event ended, and the last event. It is the only buffer between
 * the model and the readers. What a reader has missed is cut out of the text as one piece, so the log is as large as its text however
 * many read it and however far they are behind.
 */
final class AnswerLog {

    /** Room for a short answer's events; it doubles when it is full. */
    private static final int INITIAL_EVENTS = 64;

    /**
     * The most text that goes into one event, unless a single one brought more. A reader that has stalled holds the event that is on
     * its way to it; without a bound that would be all it has missed, in text, JSON and bytes at once.
     */
    private static final int MOST_AT_ONCE = 64 * 1024;

    private final long maxBytes;
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder content = new StringBuilder();
    private int[] thinkingEnds = new int[INITIAL_EVENTS];
    private int[] contentEnds = new int[INITIAL_EVENTS];
    private int seq;
    private long bytes;
    private AnswerEvent.Waiting waiting;
    private AnswerEvent last;

    /**
     * @param maxBytes the most text that is kept, in bytes of UTF-8
     */
    AnswerLog(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Adds text, unless the answer is over.
     *
     * @return false when there is no room for it; the log is as before then
     */
    synchronized boolean append(String moreThinking, String moreContent) {
        if (last != null) {
            return true;
        }
        int more = ByteBufUtil.utf8Bytes(moreThinking) + ByteBufUtil.utf8Bytes(moreContent);
        if (bytes + more > maxBytes) {
            return false;
        }
        bytes += more;
        thinking.append(moreThinking);
        content.append(moreContent);
        nextEvent();
        return true;
    }

    /**
     * Notes what the answer waits for, unless it has begun.
     *
     * @param position null when there is no line
     * @return whether that is news
     */
    synchronized boolean wait(AnswerEvent.Phase phase, Integer position) {
        boolean known = waiting != null && waiting.phase() == phase && Objects.equals(waiting.position(), position);
        if (known || last != null || !isSilent()) {
            return false;
        }
        nextEvent();
        waiting = new AnswerEvent.Waiting(seq, phase, position);
        return true;
    }

    private void nextEvent() {
        seq++;
        if (seq == contentEnds.length) {
            thinkingEnds = Arrays.copyOf(thinkingEnds, seq * 2);
            contentEnds = Arrays.copyOf(contentEnds, seq * 2);
        }
        thinkingEnds[seq] = thinking.length();
        contentEnds[seq] = content.length();
    }

    /**
     * Ends the answer, unless it is over.
     *
     * @param event makes the last event from its number
     * @return whether this call ended it
     */
    synchronized boolean end(IntFunction<AnswerEvent> event) {
        if (last != null) {
            return false;
        }
        last = event.apply(seq + 1);
        trim();
        return true;
    }

    /** An answer that is over is kept for a while, and the room to grow is not needed any more. */
    private void trim() {
        thinking.trimToSize();
        content.trimToSize();
        thinkingEnds = Arrays.copyOf(thinkingEnds, seq + 1);
        contentEnds = Arrays.copyOf(contentEnds, seq + 1);
    }

    /** Whether the last event has come. */
    synchronized boolean isOver() {
        return last != null;
    }

    /** The same place in the log, but never behind the last event, nor in the future. */
    synchronized int beforeTheEnd(int seen) {
        return Math.min(seen, seq);
    }

    /** Whether the last event has come, and has been seen. */
    synchronized boolean isOverAfter(int seen) {
        return last != null && seen >= last.seq();
    }

    /** Whether the model has not said anything yet. */
    synchronized boolean isSilent() {
        return bytes == 0;
    }

    /** The bytes of text that are kept. */
    synchronized long size() {
        return bytes;
    }

    /**
     * What a reader has to be told next.
     *
     * @param seen the number of the last event that it has, at least 0
     * @return the text that came since as one event, as far as one may reach; without such text the last event, or else what the answer waits for; null
     *     when there is nothing to tell
     */
    synchronized AnswerEvent after(int seen) {
        int from = Math.min(seen, seq);
        if (contentEnds[from] < content.length() || thinkingEnds[from] < thinking.length()) {
            int to = reach(from);
            return new AnswerEvent.Delta(
                    to,
                    thinking.substring(thinkingEnds[from], thinkingEnds[to]),
                    content.substring(contentEnds[from], contentEnds[to]));
        }
        if (last != null) {
            return seen < last.seq() ? last : null;
        }
        return waiting != null && seen < waiting.seq() && isSilent() ? waiting : null;
    }

    /** The last event whose text goes along with that of the events after {@code from}. */
    private int reach(int from) {
        int limit = thinkingEnds[from] + contentEnds[from] + MOST_AT_ONCE;
        int to = seq;
        if (thinkingEnds[to] + contentEnds[to] > limit) {
            // Waiting events carry no text, so the first with some is looked for before the bound counts.
            to = from + 1;
            while (thinkingEnds[to] + contentEnds[to] == thinkingEnds[from] + contentEnds[from]) {
                to++;
            }
            while (to < seq && thinkingEnds[to + 1] + contentEnds[to + 1] <= limit) {
                to++;
            }
        }
        return to;
    }
}
