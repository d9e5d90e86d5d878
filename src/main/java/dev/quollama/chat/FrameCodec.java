package dev.quollama.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.websockets.next.TextMessageCodec;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

/** Writes the frames of {@code /chat}. They are read by {@link FrameReader}, which can say what is wrong with one. */
@Singleton
class FrameCodec implements TextMessageCodec<ServerFrame> {

    private final ObjectWriter writer = new ObjectMapper().writerFor(ServerFrame.class);

    @Override
    public boolean supports(Type type) {
        return type instanceof Class<?> frame && ServerFrame.class.isAssignableFrom(frame);
    }

    @Override
    public String encode(ServerFrame frame) {
        try {
            return writer.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ServerFrame decode(Type type, String text) {
        throw new UnsupportedOperationException("frames of the service are not sent to it");
    }
}
