package dev.quollama.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that are none, and what their sender is told. */
class BadFramesTest {

    private static final String ID = "6f0e7c1a-0000-4000-8000-000000000001";

    private final FrameReader frames = new FrameReader(() -> new MemorySize(BigInteger.valueOf(10_000)));

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "{\"type\":\"stop\"} {}", "{'type':'stop'}", "\u0000"})
    void whatIsNotJsonIsSaidToBeNoJson(String text) {
        assertEquals("The frame is not valid JSON.", refusal(text).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "5", "\"ask\"", "[]", "true"})
    void whatIsNoObjectIsNoFrame(String text) {
        assertEquals("A frame is a JSON object.", refusal(text).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":\"sing\"}", "{\"type\":null}", "{\"type\":7}", "{\"type\":{}}"})
    void anUnknownTypeIsSaidToBeUnknown(String text) {
        Refusal refusal = refusal(text);
        assertEquals(RefusalCode.BAD_FRAME, refusal.frame().code());
        assertEquals(true, refusal.getMessage().contains("\"type\""), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"1\"", "5", "\"6f0e7c1a-0000-4000-8000-00000000000g\"", "\"1-1-1-1-1\""})
    void anIdHasToBeAUuid(String id) {
        assertEquals(
                RefusalCode.BAD_FRAME,
                refusal("{\"type\":\"stop\",\"id\":" + id + "}").frame().code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"model\":5 | \"model\" has to be text.",
                "\"model\":\"\" | \"model\" has to name a model.",
                "\"messages\":null | \"messages\" has to be a list.",
                "\"messages\":{} | \"messages\" has to be a list.",
                "\"messages\":[null] | \"messages[0]\" has to be an object.",
                "\"messages\":[\"hi\"] | \"messages[0]\" has to be an object.",
                "\"messages\":[{\"role\":\"user\",\"content\":5}] | \"messages[0].content\" has to be text.",
                "\"messages\":[{\"role\":\"user\",\"content\":true}] | \"messages[0].content\" has to be text.",
                "\"messages\":[{\"role\":\"user\",\"content\":[]}] | \"messages[0].content\" has to be text.",
                "\"messages\":[{\"role\":\"king\"}] | \"messages[0].role\" has to be system, user, assistant or tool.",
                "\"messages\":[{\"role\":\"user\",\"images\":\"x\"}] | \"messages[0].images\" has to be a list.",
                "\"messages\":[{\"role\":\"user\",\"images\":[7]}] | \"messages[0].images[0]\" has to be text.",
                "\"think\":5 | \"think\" has to be true, false, \"low\", \"medium\", \"high\" or \"max\".",
                "\"think\":\"ultra\" | \"think\" has to be true, false, \"low\", \"medium\", \"high\" or \"max\".",
                "\"format\":\"xml\" | \"format\" has to be \"json\" or a JSON schema.",
                "\"options\":[] | \"options\" has to be an object.",
                "\"options\":{\"heat\":1} | \"options.heat\" is no option of a model.",
                "\"options\":{\"temperature\":\"1\"} | \"options.temperature\" has to be a number.",
                "\"options\":{\"seed\":1.5} | \"options.seed\" has to be a whole number.",
                "\"options\":{\"stop\":[1]} | \"options.stop\" has to be a list of texts.",
                "\"keepAlive\":5 | \"keepAlive\" has to be text.",
            })
    void aFieldOfTheWrongKindIsNamed(String field, String sentence) {
        String valid = "\"model\":\"tiny\",\"messages\":[]";
        String name = field.substring(0, field.indexOf(':'));
        String rest = name.equals("\"model\"")
                ? "\"messages\":[]"
                : name.equals("\"messages\"") ? "\"model\":\"tiny\"" : valid;
        Refusal refusal = refusal("{\"type\":\"ask\",\"id\":\"" + ID + "\"," + rest + "," + field + "}");
        assertEquals(sentence, refusal.getMessage());
        assertEquals(ID, refusal.frame().id());
    }

    @Test
    void aRefusalOfAFrameWithoutAnIdHasNone() {
        assertNull(refusal("{\"type\":\"stop\"}").frame().id());
    }

    @Test
    void aLongIdIsNotEchoedWhole() {
        Refusal refusal = refusal("{\"type\":\"stop\",\"id\":\"" + "x".repeat(5000) + "\"}");
        assertEquals(true, refusal.frame().id().length() < 100);
    }

    private Refusal refusal(String text) {
        return assertThrows(Refusal.class, () -> frames.read(text));
    }
}
