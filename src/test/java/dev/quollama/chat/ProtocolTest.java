package dev.quollama.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quollama.generation.AnswerStats;
import dev.quollama.ollama.FailureCode;
import dev.quollama.ollama.UpstreamFailure;
import dev.quollama.support.RawWebSocket;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/protocol.md to what the service does. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ProtocolTest {

    /** Where Ollama is in the document. */
    private static final String OLLAMA = "http://localhost:11434";

    /** The host that the document's table of origins is about. */
    private static final String HOST = "localhost:8080";

    private static final Map<String, String> OF_EACH_KIND =
            Map.of("whole number", "1", "number", "0.5", "true or false", "true", "list of texts", "[\"end\"]");

    ScriptedOllama ollama;

    @TestHTTPResource("/")
    URI service;

    static List<Example> examples() throws IOException {
        return ProtocolDocument.read().examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleHappensAsItIsWritten(Example example) throws IOException {
        ExampleOllama.prepare(ollama, example.ollama());
        try (Replay replay = new Replay(
                example, service, line -> line.replace(OLLAMA, ollama.uri().toString()))) {
            if (example.socket().equals("/ws")) {
                replay.plain();
            } else {
                replay.chat();
            }
        }
    }

    static List<List<String>> origins() throws IOException {
        return ProtocolDocument.read().table("Opening a socket");
    }

    @ParameterizedTest
    @MethodSource("origins")
    void everyOriginIsAnsweredAsItIsWritten(List<String> row) throws IOException {
        String origin = ProtocolDocument.codeIn(row.get(0)).findFirst().orElse(null);
        for (String path : List.of("/chat", "/ws")) {
            RawWebSocket.Handshake handshake =
                    RawWebSocket.to(service.resolve(path)).header("Host", HOST).header("Origin", origin);
            try (RawWebSocket socket = handshake.connect()) {
                assertEquals(Integer.parseInt(row.get(1)), socket.response().status(), path);
            }
        }
    }

    static List<Class<?>> frames() {
        return Stream.of(ClientFrame.class, ServerFrame.class)
                .<Class<?>>flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyFrameHasATableOfItsFieldsAndAnExample(Class<?> frame) throws IOException {
        String type = typeOf(frame);

        assertEquals(fieldsOf(frame), new TreeSet<>(ProtocolDocument.read().namesIn("`" + type + "`", 0)));
        assertTrue(
                examples().stream()
                        .flatMap(example -> example.turns().stream())
                        .flatMap(turn -> Stream.concat(turn.sent().stream(), turn.received().stream()))
                        .anyMatch(line -> line.startsWith("{\"type\":\"" + type + "\"")),
                "an example with " + type);
    }

    @Test
    void theFieldsWithinFieldsAreAllThere() throws IOException {
        ProtocolDocument document = ProtocolDocument.read();

        assertEquals(fieldsOf(ClientFrame.Message.class), new TreeSet<>(document.namesIn("A message", 0)));
        assertEquals(fieldsOf(AnswerStats.class), new TreeSet<>(document.namesIn("Stats", 0)));
        assertEquals(fieldsOf(UpstreamFailure.Overflow.class), new TreeSet<>(document.namesIn("Context", 0)));
    }

    @Test
    void everyOptionIsTakenAsItIsWritten() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (List<String> row : ProtocolDocument.read().table("Options")) {
            JsonNode value = json.readTree(OF_EACH_KIND.get(row.get(0)));
            ProtocolDocument.codeIn(row.get(1))
                    .forEach(option -> assertEquals(Optional.empty(), ModelOptions.mistake(option, value)));
        }
    }

    @Test
    void everyCodeIsExplained() throws IOException {
        ProtocolDocument document = ProtocolDocument.read();

        assertEquals(
                Stream.of(FailureCode.values()).map(FailureCode::wireName).toList(),
                document.namesIn("Failure codes", 0));
        assertEquals(
                Stream.of(RefusalCode.values()).map(RefusalCode::wireName).toList(),
                document.namesIn("Refusal codes", 0));
    }

    private static String typeOf(Class<?> frame) {
        return Stream.of(frame.getInterfaces()[0]
                        .getAnnotation(JsonSubTypes.class)
                        .value())
                .filter(type -> type.value() == frame)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Set<String> fieldsOf(Class<?> type) {
        Set<String> fields = new TreeSet<>();
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).forEach(fields::add);
        return fields;
    }
}
