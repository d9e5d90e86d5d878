package dev.quollama.ollama;

import static dev.quollama.support.OllamaSteps.json;
import static dev.quollama.support.WireSteps.respond;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick questions, and answers to them that are none. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class QueriesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    ScriptedOllama ollama;

    @Inject
    OllamaUpstream upstream;

    @BeforeEach
    void freshOllama() throws Exception {
        ollama.reset();
    }

    @Test
    void noModelsIsAnEmptyListHoweverItIsWritten() {
        tagsAre(json("{\"models\":null}"));
        assertEquals(List.of(), upstream.models().await().atMost(PATIENCE));
    }

    @Test
    void anOlderServerIsAskedForEachModelsCapabilities() {
        tagsAre(json("{\"models\":[{\"name\":\"a\"},{\"name\":\"b\",\"capabilities\":[\"vision\"]}]}"));
        ollama.on("POST", "/api/show", json("{\"capabilities\":[\"completion\"],\"license\":\"x\"}"));
        assertEquals(
                List.of(List.of("completion"), List.of("vision")),
                upstream.models().await().atMost(PATIENCE).stream()
                        .map(InstalledModel::capabilities)
                        .toList());
    }

    @Test
    void aModelThatCannotBeLookedUpIsListedAllTheSame() {
        tagsAre(json("{\"models\":[{\"name\":\"a\"}]}"));
        ollama.on("POST", "/api/show", respond(500, "application/json", "{\"error\":\"no\"}"));
        assertEquals(1, upstream.models().await().atMost(PATIENCE).size());
    }

    @Test
    void theVersionIsPlainText() {
        ollama.on("GET", "/api/version", json("{\"version\":\"0.32.15\"}"));
        assertEquals("0.32.15", upstream.version().await().atMost(PATIENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"models\":5}", "<html>", "{\"models\":"})
    void anAnswerThatIsNotOllamasIsSaidSo(String body) {
        tagsAre(json(body));
        assertEquals(FailureCode.OLLAMA_ERROR, failureOf(upstream.models()).code());
    }

    @Test
    void aWebPageInPlaceOfAnAnswerIsSaidSo() {
        tagsAre(respond(200, "text/html", "<html>Sign in to the hotel's network</html>"));
        assertEquals(FailureCode.OLLAMA_ERROR, failureOf(upstream.models()).code());
    }

    @Test
    void aRedirectIsNoAnswer() {
        tagsAre(respond(301, "text/html", ""));
        UpstreamFailure failure = failureOf(upstream.models());
        assertEquals(FailureCode.OLLAMA_ERROR, failure.code());
        assertEquals("Ollama answered with status 301.", failure.getMessage());
    }

    @Test
    void aServerThatIsDownIsUnreachable() throws Exception {
        ollama.goDown();
        assertEquals(
                FailureCode.OLLAMA_UNREACHABLE, failureOf(upstream.models()).code());
    }

    private void tagsAre(Script script) {
        ollama.on("GET", "/api/tags", script);
    }

    private static UpstreamFailure failureOf(Uni<?> query) {
        UniAssertSubscriber<Object> answer =
                query.onItem().castTo(Object.class).subscribe().withSubscriber(UniAssertSubscriber.create());
        return (UpstreamFailure) answer.awaitFailure(PATIENCE).getFailure();
    }
}
