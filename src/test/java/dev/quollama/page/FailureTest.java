package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.errorLine;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.WireSteps.endStream;
import static dev.quollama.support.WireSteps.reset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quollama.support.Recording;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Something goes wrong: the page says what, and what to do about it. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class FailureTest extends BrowserTest {

    @Test
    void ollamaIsNotThere() throws Exception {
        ChatPage chat = open();
        assertThat(chat.picker()).hasText("llama3.2");
        ollama.goDown();
        chat.ask("hi");
        assertFailure(chat, "ollama-unreachable", "Ollama does not answer.");
        assertThat(chat.failure()).containsText(ollama.uri().toString());
        assertThat(chat.failure().locator(".command")).hasText("ollama serve");
        assertThat(chat.failure()).containsText("OLLAMA_HOST");
    }

    @Test
    void theModelIsNotInstalled() {
        ChatPage chat = fail(failure(404, "model 'llama3.2:latest' not found"));
        assertFailure(chat, "model-not-found", "This model is not installed.");
        assertThat(chat.failure().locator(".command")).hasText("ollama pull llama3.2:latest");
    }

    @Test
    void theModelCannotThink() throws Exception {
        ollama.enqueue(failure(400, "\"qwen3\" does not support thinking"), answer("Then without"));
        ChatPage chat = open();
        chat.ask("hi");
        assertFailure(chat, "no-capability", "This model cannot do what was asked of it.");
        assertThat(chat.failure().locator(".failure-detail")).containsText("\"qwen3\" does not support thinking");
        ollama.takeChat();

        chat.button("Try without thinking").click();
        assertThat(chat.text()).hasText("Then without");
        JsonNode think = ollama.takeChat().request().json().path("think");
        assertTrue(think.isBoolean() && !think.asBoolean(), think.toString());
    }

    @Test
    void theConversationIsTooLong() throws Exception {
        ChatPage chat = fail(Recording.read("chat-prompt-longer-truncate-false").replay());
        assertFailure(chat, "context-full", "The conversation does not fit into the model’s context.");
        assertThat(chat.failure()).containsText("It takes 15,019 tokens; llama3.2 is loaded with room for 512.");
        assertThat(chat.failure().getByText("Try again")).isVisible();
    }

    @Test
    void ollamaIsBusy() {
        ChatPage chat = fail(failure(503, "server busy, please try again.  maximum pending requests exceeded"));
        assertFailure(chat, "busy", "Too many answers are waiting right now.");
        assertThat(chat.failure()).containsText("Try again in a moment.");
    }

    @Test
    void theConnectionToOllamaBreaks() {
        ChatPage chat = fail(Script.of(content("The text so far"), reset()));
        assertFailure(chat, "interrupted", "The answer broke off.");
        assertThat(chat.text()).hasText("The text so far");
        assertThat(chat.failure()).containsText("The text so far is kept.");
    }

    @Test
    void theAnswerEndsWithoutAnEnd() {
        ChatPage chat = fail(Script.of(content("The text so far"), endStream()));
        assertFailure(chat, "interrupted", "The answer broke off.");
        assertThat(chat.text()).hasText("The text so far");
    }

    @Test
    void ollamaHasAnErrorOfItsOwn() {
        ChatPage chat =
                fail(failure(500, "{\"error\":{\"code\":500,\"message\":\"llama runner process has terminated\"}}"));
        assertFailure(chat, "ollama-error", "Ollama could not answer.");
        assertThat(chat.failure().locator(".failure-detail")).containsText("llama runner process has terminated");
        assertThat(chat.failure()).not().containsText("{");
    }

    @Test
    void ollamaFailsInMidAnswer() {
        ChatPage chat =
                fail(Script.of(content("Half of it"), errorLine("an error was encountered while running the model")));
        assertFailure(chat, "ollama-error", "Ollama could not answer.");
        assertThat(chat.text()).hasText("Half of it");
    }

    @Test
    void tryingAgainAsksTheSameQuestion() throws Exception {
        ollama.enqueue(failure(503, "server busy"), answer("Here you are"));
        ChatPage chat = open();
        chat.ask("Are you free?");
        assertFailure(chat, "busy", "Too many answers are waiting right now.");
        ollama.takeChat();
        chat.button("Try again").click();
        assertThat(chat.text()).hasText("Here you are");
        assertThat(chat.failure()).hasCount(0);
        assertEquals(
                "Are you free?",
                ollama.takeChat()
                        .request()
                        .json()
                        .path("messages")
                        .get(0)
                        .path("content")
                        .asText());
    }

    @Test
    void aFailureIsToldToScreenReaders() {
        ChatPage chat = fail(failure(503, "server busy"));
        assertThat(chat.page().locator("live-announcer")).containsText("Too many answers are waiting right now.");
    }

    @Test
    void theChatGoesOnAfterAFailure() {
        ChatPage chat = fail(failure(503, "server busy"));
        assertThat(chat.failure()).isVisible();
        chat.askAndWait("And now?");
        assertThat(chat.text()).hasText("Hello from a script");
    }

    private ChatPage fail(Script script) {
        ollama.enqueue(script);
        ChatPage chat = open();
        chat.ask("hi");
        return chat;
    }

    private static void assertFailure(ChatPage chat, String code, String sentence) {
        assertThat(chat.failure()).hasAttribute("data-code", code);
        assertThat(chat.failure().locator(".failure-title")).hasText(sentence);
        assertThat(chat.button("Try again")).isVisible();
        chat.waitForPhase("failed");
    }
}
