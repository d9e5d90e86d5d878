package dev.quollama.generation;

import dev.quollama.ollama.ChatRequest;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.Upstream;
import dev.quollama.ollama.UpstreamFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/**
 * One answer in the making. It asks for admission when its first reader comes, keeps what is said in its log, and ends exactly once:
 * by itself, by {@link #stop()}, or some time after its last reader has gone.
 */
public final class Generation {

    private final UUID id;
    private final Owner owner;
    private final ChatRequest request;
    private final Upstream upstream;
    private final Lifecycle lifecycle;
    private final Linger linger;
    private final AnswerLog log;
    private final List<AnswerReader> readers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Exchange exchange = new Exchange(this);

    /** Told when an answer begins and when it is over. */
    interface Lifecycle {
        void begins(Generation generation);

        void isOver(Generation generation);
    }

    /**
     * @param lingering how long it goes on without a reader
     */
    Generation(Ask ask, Upstream upstream, AnswerLog log, Duration lingering, Timers timers, Lifecycle lifecycle) {
        this.id = ask.id();
        this.owner = ask.owner();
        this.request = ask.request();
        this.upstream = upstream;
        this.log = log;
        this.linger = new Linger(lingering, timers, this::stopIfUnread);
        this.lifecycle = lifecycle;
    }

    /** The id that the asker chose. */
    public UUID id() {
        return id;
    }

    /**
     * A new reader of this answer.
     *
     * @param seen the number of the last event that it has already, 0 to be told everything; the last event of an answer is told in
     *     any case, so that nobody waits for what does not come
     */
    public AnswerReader readAfter(int seen) {
        return new AnswerReader(this, log.beforeTheEnd(seen));
    }

    /** Ends the answer and closes the upstream's connection at once. Does nothing when it is over. */
    public void stop() {
        cut(AnswerEvent.Stopped::new);
    }

    Owner owner() {
        return owner;
    }

    String model() {
        return request.model();
    }

    AnswerLog log() {
        return log;
    }

    void attach(AnswerReader reader) {
        readers.add(reader);
        linger.cancel();
        if (begun.compareAndSet(false, true)) {
            lifecycle.begins(this);
        }
        reader.drain();
    }

    void detach(AnswerReader reader) {
        readers.remove(reader);
        if (readers.isEmpty() && !log.isOver()) {
            linger.begin();
        }
    }

    private void stopIfUnread() {
        if (readers.isEmpty()) {
            stop();
        }
    }

    /** Its turn has come. */
    void ask() {
        if (!log.isOver()) {
            upstream.chat(request).subscribe().withSubscriber(exchange);
        }
    }

    void waitFor(AnswerEvent.Phase phase, Integer position) {
        if (log.wait(phase, position)) {
            tellReaders();
        }
    }

    void append(String thinking, String content) {
        if (log.append(thinking, content)) {
            tellReaders();
        } else {
            fail(new UpstreamFailure(
                    FailureCode.TOO_LARGE, "The answer grew too large to be kept.", "quollama.generation.max-size"));
        }
    }

    void finish(String reason, AnswerStats stats) {
        end(seq -> new AnswerEvent.Done(seq, reason, stats));
    }

    void fail(UpstreamFailure failure) {
        cut(seq -> new AnswerEvent.Failed(seq, failure));
    }

    /** Ends the answer from this side. One that ended by itself is left to close its connection in its own time. */
    private void cut(IntFunction<AnswerEvent> event) {
        if (end(event)) {
            exchange.close();
        }
    }

    private boolean end(IntFunction<AnswerEvent> event) {
        boolean ended = log.end(event);
        if (ended) {
            linger.cancel();
            lifecycle.isOver(this);
            tellReaders();
        }
        return ended;
    }

    private void tellReaders() {
        readers.forEach(AnswerReader::drain);
    }
}
