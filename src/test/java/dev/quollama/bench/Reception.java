package dev.quollama.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.function.LongConsumer;

/** An answer as the client receives it. Used on one event loop only. */
final class Reception {

    private final AnswerPlan plan;
    private final TokenScanner scanner;
    private final Promise<Void> asked = Promise.promise();
    private final Promise<Void> begun = Promise.promise();
    private final Promise<Void> ended = Promise.promise();
    private Runnable hangUp = () -> {};
    private int tokens;
    private long arrival;

    /**
     * @param latencies is told how long each token was under way, in nanoseconds
     */
    Reception(AnswerPlan plan, LongConsumer latencies) {
        this.plan = plan;
        this.scanner = new TokenScanner(stamp -> {
            tokens++;
            latencies.accept(arrival - stamp);
        });
    }

    /**
     * The question is out.
     *
     * @param close closes the connection
     */
    void asked(Runnable close) {
        hangUp = close;
        asked.tryComplete();
    }

    void receive(Buffer bytes) {
        arrival = System.nanoTime();
        scanner.scan(bytes);
        if (tokens > 0) {
            begun.tryComplete();
        }
    }

    /** The answer ended as it should; it is whole when it has as many tokens as were planned. */
    void end() {
        if (tokens == plan.tokens()) {
            ended.tryComplete();
        } else {
            fail(new IllegalStateException(tokens + " tokens came of " + plan.tokens()));
        }
    }

    /** The answer ended in any other way. Without effect after {@link #end()}. */
    void fail(Throwable cause) {
        asked.tryFail(cause);
        begun.tryFail(cause);
        ended.tryFail(cause);
    }

    /** Closes the connection, if there is one, whatever may still come. */
    void hangUp() {
        ended.tryComplete();
        hangUp.run();
    }

    Future<Void> whenAsked() {
        return asked.future();
    }

    /** With the first token, at the latest. */
    Future<Void> whenBegun() {
        return begun.future();
    }

    /** Fails when the answer ended before it was whole and before it was hung up. */
    Future<Void> whenEnded() {
        return ended.future();
    }
}
