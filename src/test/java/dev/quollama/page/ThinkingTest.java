package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.quollama.support.Gate;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody watches a model think. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ThinkingTest extends BrowserTest {

    @Test
    void thoughtsAreOpenWhileTheyComeAndFoldOnceTheAnswerBegins() {
        Gate answer = new Gate();
        ollama.enqueue(
                Script.of(thinking("The user says hi.", " I greet back."), until(answer), content("Hello!"), done()));
        ChatPage chat = open();
        chat.ask("hi");
        chat.waitForPhase("thinking");
        assertThat(pane(chat)).hasAttribute("aria-expanded", "true");
        assertThat(pane(chat)).hasText("Thinking…");
        assertThat(thoughts(chat)).hasText("The user says hi. I greet back.");

        answer.open();
        assertThat(chat.text()).hasText("Hello!");
        assertThat(pane(chat)).hasAttribute("aria-expanded", "false");
        assertThat(pane(chat)).hasText(Pattern.compile("Thought for \\d+ seconds?"));
        assertThat(thoughts(chat)).isHidden();
        pane(chat).click();
        assertThat(thoughts(chat)).isVisible();
    }

    @Test
    void aPaneThatTheReaderFoldedStaysFolded() {
        Gate more = new Gate();
        ollama.enqueue(Script.of(thinking("One"), until(more), thinking(" two"), content("Done"), done()));
        ChatPage chat = open();
        chat.ask("hi");
        assertThat(thoughts(chat)).hasText("One");
        pane(chat).press("Enter");
        assertThat(thoughts(chat)).isHidden();
        more.open();
        chat.waitForPhase("done");
        assertThat(thoughts(chat)).isHidden();
    }

    @Test
    void aPaneThatTheReaderOpenedStaysOpen() {
        Gate more = new Gate();
        ollama.enqueue(Script.of(thinking("One"), content("Two"), until(more), content(" three"), done()));
        ChatPage chat = open();
        chat.ask("hi");
        chat.waitForPhase("writing");
        pane(chat).click();
        more.open();
        chat.waitForPhase("done");
        assertThat(thoughts(chat)).hasText("One");
        assertThat(thoughts(chat)).isVisible();
    }

    @Test
    void thoughtsAreNotSentBackAsPartOfTheAnswer() throws Exception {
        ollama.enqueue(Script.of(thinking("secret thoughts"), content("Four"), done()));
        ChatPage chat = open();
        chat.askAndWait("2 + 2?");
        ollama.takeChat();
        chat.askAndWait("Sure?");
        assertEquals(
                "Four",
                ollama.takeChat()
                        .request()
                        .json()
                        .path("messages")
                        .get(1)
                        .path("content")
                        .asText());
    }

    @Test
    void thinkingIsOfferedOnlyForModelsThatCan() {
        ChatPage chat = open();
        assertThat(chat.picker()).hasText("llama3.2");
        assertThat(chat.button("Think")).hasCount(0);
        chat.choose("qwen3");
        assertThat(chat.button("Think")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void thinkingCanBeSwitchedOffAndOn() throws Exception {
        ChatPage chat = open();
        chat.choose("qwen3");
        chat.button("Think").click();
        assertThat(chat.button("Think")).hasAttribute("aria-pressed", "false");
        chat.askAndWait("quick");
        assertEquals("false", ollama.takeChat().request().json().path("think").toString());

        chat.page().reload();
        assertThat(chat.button("Think")).hasAttribute("aria-pressed", "false");
        chat.button("Think").click();
        chat.askAndWait("slow");
        assertEquals("true", ollama.takeChat().request().json().path("think").toString());
    }

    @Test
    void aModelThatCannotThinkIsNeverAskedTo() throws Exception {
        ChatPage chat = open();
        chat.choose("qwen3");
        chat.button("Think").click();
        chat.button("Think").click();
        chat.choose("llama3.2");
        chat.askAndWait("hi");
        assertTrue(ollama.takeChat().request().json().path("think").isMissingNode());
    }

    private static Locator pane(ChatPage chat) {
        return chat.page().locator(".thinking-toggle");
    }

    private static Locator thoughts(ChatPage chat) {
        return chat.page().locator("thinking-pane .thinking-text");
    }
}
