package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.WireSteps.hang;

import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model takes longer than anybody would wait. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
@TestProfile(SilentModelTest.Impatient.class)
class SilentModelTest extends BrowserTest {

    @Test
    void theFirstTokenDoesNotCome() {
        ollama.enqueue(hang());
        ChatPage chat = open();
        chat.ask("hi");
        assertTimeout(chat, "quollama.ollama.first-token");
    }

    @Test
    void theModelFallsSilent() {
        ollama.enqueue(Script.of(content("Well…"), hang()));
        ChatPage chat = open();
        chat.ask("hi");
        assertTimeout(chat, "quollama.ollama.silence");
        assertThat(chat.text()).hasText("Well…");
    }

    private static void assertTimeout(ChatPage chat, String setting) {
        assertThat(chat.failure()).hasAttribute("data-code", "timeout");
        assertThat(chat.failure().locator(".failure-title")).hasText("The model was silent for too long.");
        assertThat(chat.failure().locator(".command")).hasText(setting);
    }

    /** Nobody wants to wait ten minutes for a test. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quollama.ollama.first-token", "1s", "quollama.ollama.silence", "1s");
        }
    }
}
