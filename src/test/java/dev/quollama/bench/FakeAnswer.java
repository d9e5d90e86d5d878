package dev.quollama.bench;

import dev.quollama.support.OllamaLines;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.ThreadLocalRandom;

/** One answer on its way out of the fake. Used on one event loop only. */
final class FakeAnswer {

    private static final long MILLIS_PER_SECOND = 1_000;

    /** Tokens to a write when flooding: some 8 KiB, as much as the HTTP codec hands on at once anyway. */
    private static final int FLOOD_LINES = 64;

    /** Enough to see that an answer has begun. */
    private static final int BEFORE_SILENCE = 3;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final AnswerPlan plan;
    private final TokenLine line;
    private int sent;
    private long timer = -1;
    private boolean cancelled;

    FakeAnswer(Vertx vertx, HttpServerResponse response, AnswerPlan plan) {
        this.vertx = vertx;
        this.response = response;
        this.plan = plan;
        this.line = new TokenLine(plan.tokenBytes());
    }

    void begin() {
        response.setChunked(true).putHeader("Content-Type", "application/x-ndjson");
        switch (plan.kind()) {
            case PACED -> pace();
            case ONE_BY_ONE -> next();
            case FLOOD -> flood();
            case SILENT -> fallSilent();
            case MID_LINE -> {
                fallSilent();
                response.write(line.firstHalf());
            }
            case MUTE -> {
                // The headers go out with the first write, so there is nothing to do.
            }
        }
    }

    void cancel() {
        cancelled = true;
        vertx.cancelTimer(timer);
    }

    private void pace() {
        long interval = MILLIS_PER_SECOND / plan.perSecond();
        // Answers that begin together do not go on in step.
        long first = ThreadLocalRandom.current().nextLong(interval) + 1;
        timer = vertx.setPeriodic(first, interval, ignored -> {
            // A model whose reader is behind has to wait, as Ollama's does.
            if (!response.writeQueueFull()) {
                write(line.now(), 1);
            }
            if (sent == plan.tokens()) {
                vertx.cancelTimer(timer);
                finish();
            }
        });
    }

    /** Sends a token and lets the other answers have their turn before the next. */
    private void next() {
        if (cancelled) {
            return;
        }
        if (sent == plan.tokens()) {
            finish();
            return;
        }
        write(line.now(), 1);
        if (response.writeQueueFull()) {
            response.drainHandler(ignored -> next());
        } else {
            vertx.runOnContext(ignored -> next());
        }
    }

    private void flood() {
        while (!cancelled && sent < plan.tokens() && !response.writeQueueFull()) {
            int lines = Math.min(FLOOD_LINES, plan.tokens() - sent);
            write(line.now(lines), lines);
        }
        if (sent == plan.tokens()) {
            finish();
        } else if (!cancelled) {
            response.drainHandler(ignored -> flood());
        }
    }

    private void fallSilent() {
        for (int i = 0; i < BEFORE_SILENCE; i++) {
            write(line.now(), 1);
        }
    }

    private void write(Buffer bytes, int tokens) {
        response.write(bytes);
        sent += tokens;
    }

    private void finish() {
        response.end(OllamaLines.done("bench", "stop", plan.tokens()) + "\n");
    }
}
