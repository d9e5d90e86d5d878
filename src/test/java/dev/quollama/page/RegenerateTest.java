package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.WireSteps.hang;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.AriaRole;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Somebody wants another answer to the same question. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class RegenerateTest extends BrowserTest {

    @Test
    void anotherAnswerTakesThePlaceOfTheFirst() throws Exception {
        ollama.enqueue(answer("Heads"), answer("Tails"));
        ChatPage chat = open();
        chat.askAndWait("Toss a coin");
        assertThat(chat.text()).hasText("Heads");
        ollama.takeChat();

        chat.button("Regenerate").click();
        assertThat(chat.text()).hasText("Tails");
        assertThat(chat.questions()).hasCount(1);
        JsonNode messages = ollama.takeChat().request().json().path("messages");
        assertEquals(1, messages.size());
        assertEquals("Toss a coin", messages.get(0).path("content").asText());
    }

    @Test
    void theModelChosenByThenIsAsked() throws Exception {
        ChatPage chat = open();
        chat.askAndWait("hi");
        ollama.takeChat();
        chat.choose("llava");
        chat.button("Regenerate").click();
        assertEquals(
                "llava:7b", ollama.takeChat().request().json().path("model").asText());
    }

    @Test
    void onlyTheLastAnswerCanBeRegenerated() {
        ChatPage chat = open();
        chat.askAndWait("one");
        chat.askAndWait("two");
        assertThat(chat.button("Regenerate")).hasCount(1);
        assertThat(chat.actions().getByRole(AriaRole.BUTTON)).hasCount(2);
    }

    @Test
    void aStoppedAnswerCanBeRegenerated() {
        ollama.enqueue(Script.of(content("Half"), hang()), answer("Whole"));
        ChatPage chat = open();
        chat.ask("hi");
        chat.waitForPhase("writing");
        chat.button("Stop").click();
        chat.button("Regenerate").click();
        assertThat(chat.text()).hasText("Whole");
        chat.waitForPhase("done");
    }
}
