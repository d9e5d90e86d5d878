package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.until;

import dev.quollama.support.Gate;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Somebody reads while the text grows: the page follows, unless the reader went elsewhere. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class FollowingTest extends BrowserTest {

    private static final String LONG = "A paragraph that takes a line.\n\n".repeat(60);

    @Test
    void thePageFollowsTheEndOfTheAnswer() {
        Gate rest = new Gate();
        ollama.enqueue(Script.of(content(LONG), until(rest), content(LONG, "The end"), done()));
        ChatPage chat = open();
        chat.ask("Write");
        assertThat(chat.text().locator("p")).hasCount(60);
        rest.open();
        assertThat(chat.text().getByText("The end")).isInViewport();
        assertThat(chat.button("To the latest")).hasCount(0);
    }

    @Test
    void aReaderWhoScrolledUpIsLeftInPeace() {
        Gate rest = new Gate();
        ollama.enqueue(Script.of(content("First words\n\n", LONG), until(rest), content(LONG, "The end"), done()));
        ChatPage chat = open();
        chat.ask("Write");
        assertThat(chat.text().locator("p")).hasCount(61);
        scrollToTop(chat);
        assertThat(chat.text().getByText("First words")).isInViewport();
        rest.open();
        chat.waitForPhase("done");
        assertThat(chat.text().getByText("First words")).isInViewport();

        chat.button("To the latest").click();
        assertThat(chat.text().getByText("The end")).isInViewport();
        assertThat(chat.button("To the latest")).hasCount(0);
    }

    @Test
    void askingGoesBackToTheEnd() {
        ollama.enqueue(answer(LONG), answer("Short"));
        ChatPage chat = open();
        chat.askAndWait("Write");
        scrollToTop(chat);
        chat.askAndWait("And now?");
        assertThat(chat.text()).isInViewport();
    }

    private static void scrollToTop(ChatPage chat) {
        chat.page().locator(".turns").hover();
        chat.page().mouse().wheel(0, -100_000);
        assertThat(chat.button("To the latest")).isVisible();
    }
}
