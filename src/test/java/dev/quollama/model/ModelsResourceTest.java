package dev.quollama.model;

import static dev.quollama.support.OllamaSteps.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page's picker is told. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ModelsResourceTest {

    private static final String LLAMA = """
            {"models":[{"name":"llama3.2:latest","size":2019393189,"details":{"family":"llama",
            "parameter_size":"3.2B","quantization_level":"Q4_K_M","context_length":131072},
            "capabilities":["completion","tools"]},
            {"name":"nomic-embed-text:latest","size":1,"capabilities":["embedding"]}]}
            """;

    ScriptedOllama ollama;

    @TestHTTPResource("/api/models")
    URI models;

    @BeforeEach
    void freshOllama() throws Exception {
        ollama.reset();
        ollama.on("GET", "/api/tags", json(LLAMA));
        ollama.on("GET", "/api/ps", json("{\"models\":[{\"name\":\"llama3.2:latest\",\"context_length\":4096}]}"));
    }

    @Test
    void aModelComesWithAllThatIsKnownOfIt() throws Exception {
        JsonNode model = get().at("/models/0");
        assertEquals("""
                {"name":"llama3.2:latest","size":2019393189,"family":"llama","parameters":"3.2B",\
                "quantisation":"Q4_K_M","contextLength":131072,"capabilities":["completion","tools"],\
                "loadedContext":4096,"builtIn":false}""", model.toString());
    }

    @Test
    void modelsThatCannotChatAreLeftOut() throws Exception {
        assertEquals(1, get().path("models").size());
    }

    @Test
    void theFirstModelIsTheDefault() throws Exception {
        assertEquals("llama3.2:latest", get().path("defaultModel").textValue());
    }

    @Test
    void withoutOllamaTheDemoIsOfferedAndSaidWhy() throws Exception {
        ollama.goDown();
        JsonNode shelf = get();
        assertEquals("demo", shelf.at("/models/0/name").textValue());
        assertTrue(shelf.at("/models/0/builtIn").booleanValue());
        assertEquals("ollama-unreachable", shelf.at("/ollama/problem/code").textValue());
        assertEquals(ollama.uri().toString(), shelf.at("/ollama/url").textValue());
    }

    @Test
    void anOllamaThatComesUpIsNoticed() throws Exception {
        ollama.goDown();
        get();
        ollama.comeUp();
        JsonNode shelf = get();
        assertEquals("llama3.2:latest", shelf.path("defaultModel").textValue());
        assertTrue(shelf.at("/ollama/problem").isNull());
    }

    private JsonNode get() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(models).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return new ObjectMapper().readTree(answer.body());
    }
}
