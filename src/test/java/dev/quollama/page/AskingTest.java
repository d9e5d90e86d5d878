package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quollama.support.Gate;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Somebody asks and reads along while the answer comes. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class AskingTest extends BrowserTest {

    @Test
    void theAnswerArrivesPieceByPiece() {
        Gate first = new Gate();
        Gate second = new Gate();
        ollama.enqueue(Script.of(until(first), content("Once upon"), until(second), content(" a time"), done()));
        ChatPage chat = open();

        chat.ask("Tell me a story");
        assertThat(chat.questions()).hasText("Tell me a story");
        assertThat(chat.answer()).hasText("Waiting for llama3.2…");
        assertThat(chat.answer()).hasAttribute("aria-busy", "true");

        first.open();
        assertThat(chat.text()).hasText("Once upon");
        assertThat(chat.actions()).hasCount(0);

        second.open();
        assertThat(chat.text()).hasText("Once upon a time");
        chat.waitForPhase("done");
        assertThat(chat.answer()).hasAttribute("aria-busy", "false");
        assertThat(chat.actions()).containsText("2 tokens");
    }

    @Test
    void theModelIsToldWhatWasSaidBefore() throws Exception {
        ollama.enqueue(answer("Paris", "."), answer("Some two million."));
        ChatPage chat = open();
        chat.askAndWait("What is the capital of France?");
        ollama.takeChat();

        chat.askAndWait("How many live there?");
        JsonNode request = ollama.takeChat().request().json();
        assertEquals("llama3.2:latest", request.path("model").asText());
        JsonNode messages = request.path("messages");
        assertEquals(3, messages.size());
        assertMessage("user", "What is the capital of France?", messages.get(0));
        assertMessage("assistant", "Paris.", messages.get(1));
        assertMessage("user", "How many live there?", messages.get(2));
        assertThat(chat.questions()).hasCount(2);
    }

    @Test
    void theMessageFieldHasTheFocusFromTheStartAndIsEmptiedByAsking() {
        ChatPage chat = open();
        assertThat(chat.message()).isFocused();
        chat.page().keyboard().type("hi");
        chat.page().keyboard().press("Enter");
        chat.waitForPhase("done");
        assertThat(chat.message()).hasValue("");
        assertThat(chat.message()).isFocused();
    }

    @Test
    void theSendButtonSendsAndIsIdleWhileThereIsNothingToSend() {
        ChatPage chat = open();
        assertThat(chat.button("Send")).isDisabled();
        chat.message().fill("   ");
        assertThat(chat.button("Send")).isDisabled();
        chat.message().fill("hi");
        chat.button("Send").click();
        assertThat(chat.text()).hasText("Hello from a script");
    }

    @Test
    void anEmptyMessageIsNotSent() {
        ChatPage chat = open();
        assertThat(chat.picker()).hasText("llama3.2");
        chat.ask("  \n ");
        assertThat(chat.questions()).hasCount(0);
        assertThat(chat.message()).hasValue("  \n ");
    }

    @Test
    void theNextQuestionCanBeWrittenButNotSentWhileAnAnswerIsComing() {
        Gate end = new Gate();
        ollama.enqueue(Script.of(content("a"), until(end), done()));
        ChatPage chat = open();
        chat.ask("first");
        chat.waitForPhase("writing");
        chat.ask("second");
        assertThat(chat.message()).hasValue("second");
        assertThat(chat.questions()).hasCount(1);

        end.open();
        chat.waitForPhase("done");
        chat.message().press("Enter");
        assertThat(chat.questions()).hasCount(2);
    }

    @Test
    void aSuggestionFillsTheFieldAndLeavesTheSendingToThePerson() {
        ChatPage chat = open();
        chat.page().locator(".suggestions button").first().click();
        assertThat(chat.message()).hasValue("Explain how a hash map works, with a small example");
        assertThat(chat.message()).isFocused();
        assertThat(chat.questions()).hasCount(0);
    }

    @Test
    void aQuestionIsShownAsItWasTyped() {
        ChatPage chat = open();
        chat.askAndWait("<b>bold?</b>\n  *two*  lines");
        assertEquals("<b>bold?</b>\n  *two*  lines", chat.questions().textContent());
        assertThat(chat.questions()).hasCSS("white-space-collapse", "preserve");
    }

    @Test
    void anAnswerThatReachesItsLimitSaysSo() {
        ollama.enqueue(Script.of(content("and so"), done("length")));
        ChatPage chat = open();
        chat.askAndWait("hi");
        assertThat(chat.answer()).containsText("The answer reached its length limit.");
    }

    @Test
    void anEmptyAnswerSaysSo() {
        ollama.enqueue(done());
        ChatPage chat = open();
        chat.askAndWait("hi");
        assertThat(chat.answer()).hasText("The model said nothing.");
    }

    @Test
    void aScreenReaderIsToldTheSentencesAndTheEnd() {
        ollama.enqueue(answer("It rains. ", "Take *an* umbrella."));
        ChatPage chat = open();
        chat.askAndWait("Weather?");
        assertThat(chat.page().locator("live-announcer")).containsText("The answer is complete.");
        assertThat(chat.page().locator("live-announcer")).containsText("Take an umbrella.");
    }

    private static void assertMessage(String role, String content, JsonNode message) {
        assertEquals(role, message.path("role").asText());
        assertEquals(content, message.path("content").asText());
    }
}
