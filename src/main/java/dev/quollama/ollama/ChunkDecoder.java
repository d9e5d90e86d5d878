package dev.quollama.ollama;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;

/** Reads a line of Ollama's stream. What is not exactly a chunk is a failure: a line skipped would be text lost. */
final class ChunkDecoder {

    private final ObjectReader reader = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build()
            .readerFor(ChatChunk.class);

    /**
     * @param line one whole line, without its end
     * @throws UpstreamFailure when it is no chunk, or one that reports an error
     */
    ChatChunk decode(byte[] line) {
        ChatChunk chunk;
        try {
            chunk = reader.readValue(line);
        } catch (IOException e) {
            throw Failures.unreadableLine();
        }
        if (chunk == null) {
            throw Failures.unreadableLine();
        }
        if (chunk.error() != null) {
            throw Failures.ofErrorLine(chunk.error());
        }
        return chunk;
    }
}
