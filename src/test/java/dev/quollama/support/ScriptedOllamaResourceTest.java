package dev.quollama.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ScriptedOllamaResourceTest {

    @ConfigProperty(name = "quollama.ollama.url")
    String url;

    ScriptedOllama ollama;

    @Test
    void pointsTheServiceAtTheScriptedOllamaAndGivesItToTheTest() {
        assertNotNull(ollama);
        assertEquals(url, ollama.uri().toString());
    }
}
