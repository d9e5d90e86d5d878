package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.endless;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.hang;

import dev.quollama.support.Exchange;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody has read enough: the answer ends, and so does the work for it. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class StopTest extends BrowserTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Test
    void stoppingInMidAnswerKeepsTheTextAndLetsGoOfOllama() throws Exception {
        ollama.enqueue(Script.of(content("One, two"), hang()));
        ChatPage chat = open();
        chat.ask("Count");
        assertThat(chat.text()).hasText("One, two");

        chat.button("Stop").click();
        ollama.takeChat().awaitPeerGone(AT_ONCE);
        chat.waitForPhase("stopped");
        assertThat(chat.text()).hasText("One, two");
        assertThat(chat.answer()).containsText("You stopped this answer.");
    }

    @Test
    void stoppingBeforeTheFirstTokenLetsGoOfOllamaToo() throws Exception {
        ollama.enqueue(hang());
        ChatPage chat = open();
        chat.ask("Anyone there?");
        Exchange exchange = ollama.takeChat();

        chat.button("Stop").click();
        exchange.awaitPeerGone(AT_ONCE);
        chat.waitForPhase("stopped");
        assertThat(chat.answer()).hasText("You stopped this answer.");
    }

    @Test
    void stoppingWhileTheModelThinksKeepsTheThoughts() {
        ollama.enqueue(Script.of(thinking("Let me see"), hang()));
        ChatPage chat = open();
        chat.ask("Hm?");
        chat.waitForPhase("thinking");
        chat.button("Stop").click();
        chat.waitForPhase("stopped");
        chat.page().locator(".thinking-toggle").click();
        assertThat(chat.page().locator("thinking-pane .thinking-text")).hasText("Let me see");
    }

    @Test
    void escapeStopsAsWell() {
        ollama.enqueue(endless(Duration.ofMillis(5)));
        ChatPage chat = open();
        chat.ask("Go on");
        chat.waitForPhase("writing");
        chat.message().press("Escape");
        chat.waitForPhase("stopped");
    }

    @Test
    void theNextQuestionIsAnsweredAfterAStop() {
        ollama.enqueue(Script.of(content("One"), hang()));
        ChatPage chat = open();
        chat.ask("Count");
        chat.waitForPhase("writing");
        chat.button("Stop").click();
        assertThat(chat.button("Send")).isVisible();
        assertThat(chat.message()).isFocused();

        chat.askAndWait("Something else");
        assertThat(chat.text()).hasText("Hello from a script");
    }
}
