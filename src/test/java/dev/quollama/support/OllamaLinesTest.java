package dev.quollama.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OllamaLinesTest {

    @Test
    void escapesAsGoDoes() {
        assertEquals(
                "\"\\u003cb\\u003e \\u0026 \\u2028\\u2029 \\u0000\\u001b\\n\\t\\\"\\\\ \u007f\u4f60\ud83d\ude00\"",
                OllamaLines.string("<b> & \u2028\u2029 \u0000\u001b\n\t\"\\ \u007f\u4f60\ud83d\ude00"));
    }

    @Test
    void makesLinesThatAreJson() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(
                "a\"b",
                mapper.readTree(OllamaLines.content("m", "a\"b"))
                        .at("/message/content")
                        .asText());
        assertEquals(
                "hm",
                mapper.readTree(OllamaLines.thinking("m", "hm"))
                        .at("/message/thinking")
                        .asText());
        assertEquals(
                3,
                mapper.readTree(OllamaLines.done("m", "stop", 3))
                        .path("eval_count")
                        .asInt());
    }
}
