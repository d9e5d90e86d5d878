package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.WireSteps.hang;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody begins anew. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class NewChatTest extends BrowserTest {

    @Test
    void aNewChatForgetsTheOldOne() throws Exception {
        ChatPage chat = open();
        chat.askAndWait("My name is Ada");
        ollama.takeChat();
        chat.button("New chat").click();
        assertThat(chat.questions()).hasCount(0);
        assertThat(chat.page().getByText("What’s on your mind?")).isVisible();
        assertThat(chat.message()).isFocused();

        chat.askAndWait("What is my name?");
        assertEquals(1, ollama.takeChat().request().json().path("messages").size());
    }

    @Test
    void aNewChatStopsAnAnswerThatIsStillComing() throws Exception {
        ollama.enqueue(Script.of(content("On and on"), hang()));
        ChatPage chat = open();
        chat.ask("Talk");
        chat.waitForPhase("writing");
        chat.button("New chat").click();
        ollama.takeChat().awaitPeerGone(Duration.ofSeconds(2));
        assertThat(chat.page().locator("chat-turn")).hasCount(0);
        chat.askAndWait("hi");
        assertThat(chat.text()).hasText("Hello from a script");
    }

    @Test
    void whatWasBeingWrittenStays() {
        ChatPage chat = open();
        chat.askAndWait("hi");
        chat.message().fill("half a question");
        chat.button("New chat").click();
        assertThat(chat.message()).hasValue("half a question");
    }
}
