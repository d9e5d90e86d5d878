package dev.quollama.ollama;

import static dev.quollama.ollama.FailureCode.BUSY;
import static dev.quollama.ollama.FailureCode.CONTEXT_FULL;
import static dev.quollama.ollama.FailureCode.INTERRUPTED;
import static dev.quollama.ollama.FailureCode.MODEL_NOT_FOUND;
import static dev.quollama.ollama.FailureCode.NO_CAPABILITY;
import static dev.quollama.ollama.FailureCode.OLLAMA_ERROR;
import static dev.quollama.ollama.FailureCode.OLLAMA_UNREACHABLE;
import static dev.quollama.ollama.FailureCode.TIMEOUT;

import com.fasterxml.jackson.core.JacksonException;
import io.netty.channel.ConnectTimeoutException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Turns everything that can go wrong between here and Ollama into sentences that a person can act on. */
final class Failures {

    private static final Pattern MODEL_NAME = Pattern.compile("model ['\"]([^'\"]+)['\"] not found");
    private static final Pattern NO_SUPPORT = Pattern.compile("does not support|multimodal|is not a chat model");
    private static final Pattern NO_ROOM = Pattern.compile("exceed\\w*.*context|context (length|size|window).*exceed");
    private static final Pattern TOKENS = Pattern.compile("\\((\\d{1,18}) tokens\\)");
    private static final int CAUSES_TO_LOOK_AT = 10;

    private Failures() {}

    /** A failure of the exchange itself: no connection, or one that broke. */
    static UpstreamFailure ofException(Throwable thrown, URI address) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES_TO_LOOK_AT; i++, cause = cause.getCause()) {
            if (cause instanceof UpstreamFailure failure) {
                return failure;
            }
            if (isUnreachable(cause)) {
                return new UpstreamFailure(OLLAMA_UNREACHABLE, "No Ollama answers at " + address + ".", "ollama serve");
            }
            if (cause instanceof TimeoutException) {
                return new UpstreamFailure(TIMEOUT, "Ollama did not answer in time.", "quollama.ollama.query-timeout");
            }
            if (isUnreadable(cause)) {
                return unreadable();
            }
        }
        return new UpstreamFailure(INTERRUPTED, "The connection to Ollama broke before the answer was complete.", null);
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLException;
    }

    /** An answer that came whole, but not as what it should have been. */
    private static boolean isUnreadable(Throwable cause) {
        return cause instanceof JacksonException
                || cause instanceof WebApplicationException
                || cause instanceof ProcessingException && cause.getCause() == null;
    }

    /** An answer that is not Ollama's: another server's, or nothing. */
    static UpstreamFailure unreadable() {
        return new UpstreamFailure(
                OLLAMA_ERROR, "What answers there does not speak Ollama's language.", "quollama.ollama.url");
    }

    /** An answer with another status than 200. Ollama sends no body with a 403, and plain text with some others. */
    static UpstreamFailure ofStatus(int status, String body) {
        String said = OllamaError.sentence(body);
        return switch (status) {
            case 403 ->
                new UpstreamFailure(
                        OLLAMA_ERROR,
                        "Ollama refused the request (403). It answers only requests for a host name that it knows.",
                        "quollama.ollama.url=http://127.0.0.1:11434");
            case 404 -> ofNotFound(said);
            case 503 -> new UpstreamFailure(BUSY, said.isEmpty() ? "Ollama is busy." : said, null);
            default ->
                said.isEmpty()
                        ? new UpstreamFailure(OLLAMA_ERROR, "Ollama answered with status " + status + ".", null)
                        : ofSentence(said);
        };
    }

    private static UpstreamFailure ofNotFound(String said) {
        Matcher model = MODEL_NAME.matcher(said);
        if (!model.find()) {
            return new UpstreamFailure(
                    OLLAMA_ERROR, "What answers there does not know Ollama's API (404).", "quollama.ollama.url");
        }
        String name = model.group(1);
        return new UpstreamFailure(MODEL_NOT_FOUND, "The model " + name + " is not installed.", "ollama pull " + name);
    }

    /** An {@code {"error":…}} line in a stream that had begun. */
    static UpstreamFailure ofErrorLine(String error) {
        String said = OllamaError.sentence(error);
        return said.isEmpty() ? new UpstreamFailure(OLLAMA_ERROR, "Ollama reported an error.", null) : ofSentence(said);
    }

    private static UpstreamFailure ofSentence(String said) {
        if (NO_ROOM.matcher(said).find()) {
            return new UpstreamFailure(CONTEXT_FULL, said, "num_ctx", overflow(said));
        }
        return new UpstreamFailure(NO_SUPPORT.matcher(said).find() ? NO_CAPABILITY : OLLAMA_ERROR, said, null);
    }

    private static UpstreamFailure.Overflow overflow(String said) {
        Matcher counts = TOKENS.matcher(said);
        long[] tokens = counts.results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .toArray();
        return tokens.length == 2 ? new UpstreamFailure.Overflow(tokens[0], tokens[1]) : null;
    }

    /** A stream that ended properly, without a word that the answer had. */
    static UpstreamFailure cutOff() {
        return new UpstreamFailure(INTERRUPTED, "Ollama ended the answer without finishing it.", null);
    }

    /** A line that is not JSON, or not what a chunk looks like. */
    static UpstreamFailure unreadableLine() {
        return new UpstreamFailure(OLLAMA_ERROR, "Ollama sent a line that cannot be read.", null);
    }

    /** A line that is longer than anything a model would say in one token. */
    static UpstreamFailure lineTooLong(int bytes) {
        return new UpstreamFailure(
                OLLAMA_ERROR, "Ollama sent a line of more than " + bytes + " bytes.", "quollama.ollama.max-line");
    }

    /** No first token, or none since the last one. */
    static UpstreamFailure silent(boolean begun, Duration limit) {
        return new UpstreamFailure(
                TIMEOUT,
                begun
                        ? "The model has been silent for " + limit.toSeconds() + " seconds."
                        : "The model did not begin to answer within " + limit.toSeconds() + " seconds.",
                begun ? "quollama.ollama.silence" : "quollama.ollama.first-token");
    }
}
