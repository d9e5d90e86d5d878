package dev.quollama.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.quollama.generation.AnswerEvent;
import dev.quollama.generation.AnswerStats;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import java.util.UUID;

/** What the service sends over {@code /chat}; see docs/protocol.md. Fields that are empty are left out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = ServerFrame.Delta.class, name = "delta"),
    @JsonSubTypes.Type(value = ServerFrame.Done.class, name = "done"),
    @JsonSubTypes.Type(value = ServerFrame.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = ServerFrame.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = ServerFrame.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
sealed interface ServerFrame {

    /** The model has not begun yet. */
    record Waiting(UUID id, int seq, AnswerEvent.Phase phase, Integer position) implements ServerFrame {}

    /** More text. */
    record Delta(UUID id, int seq, String thinking, String content) implements ServerFrame {}

    /** The model finished. */
    record Done(UUID id, int seq, String reason, AnswerStats stats) implements ServerFrame {}

    /** Somebody stopped it. */
    record Stopped(UUID id, int seq) implements ServerFrame {}

    /** It could not be finished. */
    record Failed(UUID id, int seq, FailureCode code, String message, String hint, UpstreamFailure.Overflow context)
            implements ServerFrame {}

    /** A frame was not acted upon; {@code id} is what the frame called its answer, if it did. */
    record Refused(String id, RefusalCode code, String message) implements ServerFrame {}

    /** The answer to a ping. */
    record Pong() implements ServerFrame {}

    /** The frame for an event of an answer. */
    static ServerFrame of(UUID id, AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta delta) {
            return new Delta(id, delta.seq(), delta.thinking(), delta.content());
        }
        if (event instanceof AnswerEvent.Done done) {
            return new Done(id, done.seq(), done.reason(), done.stats());
        }
        if (event instanceof AnswerEvent.Failed failed) {
            UpstreamFailure failure = failed.failure();
            return new Failed(
                    id, failed.seq(), failure.code(), failure.getMessage(), failure.hint(), failure.overflow());
        }
        if (event instanceof AnswerEvent.Waiting waiting) {
            return new Waiting(id, waiting.seq(), waiting.phase(), waiting.position());
        }
        return new Stopped(id, event.seq());
    }
}
