package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.json;
import static dev.quollama.support.WireSteps.hang;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation has only so much room, and nothing of it is forgotten in silence. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ContextTest extends BrowserTest {

    private static final String TOO_LONG = "{\"error\":{\"code\":400,\"message\":"
            + "\"request (700 tokens) exceeds the available context size (512 tokens), try increasing it\"}}";

    private ChatPage chat;

    @BeforeEach
    void aModelWithRoomToSpare() {
        ollama.on(
                "GET",
                "/api/tags",
                json("{\"models\":[{\"name\":\"llama3.2:latest\",\"size\":1,"
                        + "\"details\":{\"context_length\":8192},\"capabilities\":[\"completion\"]}]}"));
        ollama.on("GET", "/api/ps", json("{\"models\":[{\"name\":\"llama3.2:latest\",\"context_length\":512}]}"));
        chat = open();
    }

    @Test
    void aLargerContextIsOfferedAndSentWhenItIsWished() throws Exception {
        askTooMuch();
        ollama.enqueue(answer("Now it fits"));
        chat.failure().getByText(Pattern.compile("^Enlarge to ")).click();
        chat.waitForPhase("done");
        assertThat(chat.text()).hasText("Now it fits");
        JsonNode sent = lastChat();
        assertEquals(3, sent.path("messages").size());
        assertEquals(true, sent.at("/options/num_ctx").intValue() > 700);
    }

    @Test
    void turnsAreLeftOutOnlyAfterAQuestionAndAreMarked() throws Exception {
        askTooMuch();
        chat.failure().getByText("Leave out the oldest turns…").click();
        assertThat(chat.failure().getByText("Leave these out?")).isVisible();
        assertEquals(2, chats());
        ollama.enqueue(answer("Now it fits"));
        chat.failure().getByText("Leave them out").click();
        chat.waitForPhase("done");
        assertEquals(1, lastChat().path("messages").size());
        assertThat(chat.page().locator("chat-turn").first()).containsText("The model no longer sees this");
    }

    @Test
    void anAnswerCutByItsLimitCanBeContinued() throws Exception {
        ollama.enqueue(Script.of(content("The first half"), done("length")), answer(", and the second."));
        chat.ask("Tell me everything");
        chat.waitForPhase("done");
        chat.button("Continue").click();
        assertThat(chat.text()).hasText("The first half, and the second.");
        JsonNode last = lastChat().path("messages").path(1);
        assertEquals("assistant", last.path("role").textValue());
        assertEquals("The first half", last.path("content").textValue());
    }

    @Test
    void whatAnAnswerWaitsForIsSaid() {
        ollama.on("GET", "/api/ps", json("{\"models\":[]}"));
        ollama.enqueue(Script.of(hang()));
        chat.ask("hi");
        assertThat(chat.answer()).containsText(Pattern.compile("Loading llama3\\.2", Pattern.CASE_INSENSITIVE));
    }

    private void askTooMuch() {
        chat.askAndWait("hi");
        ollama.enqueue(failure(400, TOO_LONG));
        chat.ask("a very long question");
        assertThat(chat.failure()).hasAttribute("data-code", "context-full");
    }

    private JsonNode lastChat() {
        return ollama.exchanges().stream()
                .filter(exchange -> exchange.request().path().equals("/api/chat"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .request()
                .json();
    }

    private long chats() {
        return ollama.exchanges().stream()
                .filter(exchange -> exchange.request().path().equals("/api/chat"))
                .count();
    }
}
