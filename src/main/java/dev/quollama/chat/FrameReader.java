package dev.quollama.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.stream.Collectors;

/** Reads the frames of {@code /chat} to the letter: a number where text belongs is a mistake, not text. */
@Singleton
class FrameReader {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final long maxLength;

    FrameReader(ChatConfig config) {
        this.maxLength = config.maxFrameSize().asLongValue();
    }

    /**
     * @throws Refusal when the text is no frame of the protocol
     */
    ClientFrame read(String text) {
        if (text.length() > maxLength) {
            throw new Refusal(null, RefusalCode.TOO_LARGE, "The frame is larger than " + maxLength + " characters.");
        }
        JsonNode tree = parse(text);
        String id = tree.path("id").textValue();
        if (!tree.isObject()) {
            throw Refusal.badFrame(null, "A frame is a JSON object.");
        }
        try {
            ClientFrame frame = json.treeToValue(tree, ClientFrame.class);
            FrameRules.check(frame);
            return frame;
        } catch (InvalidTypeIdException e) {
            throw Refusal.badFrame(id, "There is no frame of that type; \"type\" is one of ask, stop, resume, ping.");
        } catch (JsonMappingException e) {
            throw Refusal.badFrame(id, mistake(e));
        } catch (JsonProcessingException e) {
            throw Refusal.badFrame(id, "The frame cannot be read.");
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw Refusal.badFrame(null, "The frame is not valid JSON.");
        }
    }

    private static String mistake(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        String wanted = e instanceof MismatchedInputException mismatch ? kind(mismatch.getTargetType()) : "readable";
        return "\"" + field.replaceFirst("^\\.", "") + "\" has to be " + wanted + ".";
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Integer.class) {
            return "a whole number";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
