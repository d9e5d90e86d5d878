package dev.quollama.chat;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.json;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.reset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quollama.support.Exchange;
import dev.quollama.support.RawWebSocket;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A script written for the FastAPI demo finds here what it found there. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class PlainSocketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NORMAL = 1000;

    ScriptedOllama ollama;

    @TestHTTPResource("/ws")
    URI plain;

    private RawWebSocket script;

    @BeforeEach
    void open() throws Exception {
        ollama.reset();
        script = RawWebSocket.open(plain);
    }

    @AfterEach
    void close() throws Exception {
        script.close();
    }

    @Test
    void aPromptGoesInTextComesOutAndTheSocketCloses() throws Exception {
        ollama.enqueue(answer("Hello", " ", "world"));
        script.sendText("hi");
        List<String> texts = script.textsUntilClose();
        assertEquals("Hello world", String.join("", texts));
        assertFalse(texts.contains(""), "an empty frame was sent");
        assertEquals(NORMAL, script.closeCode());
    }

    @Test
    void thePromptIsSentAsItIs() throws Exception {
        ollama.enqueue(answer("ok"));
        script.sendText("  {\"type\":\"ask\"} — 你好\n");
        script.textsUntilClose();
        assertEquals(
                "  {\"type\":\"ask\"} — 你好\n",
                ollama.takeChat().request().json().at("/messages/0/content").textValue());
    }

    @Test
    void theReasoningIsLeftOut() throws Exception {
        ollama.enqueue(Script.of(thinking("let me see"), content("Yes"), done()));
        script.sendText("hi");
        assertEquals(List.of("Yes"), script.textsUntilClose());
    }

    @Test
    void aFailureIsOneLastLineOfText() throws Exception {
        ollama.enqueue(failure(404, "model 'nope' not found"));
        script.sendText("hi");
        assertEquals(List.of("Error: The model nope is not installed. (ollama pull nope)"), script.textsUntilClose());
        assertEquals(NORMAL, script.closeCode());
    }

    @Test
    void aBrokenAnswerKeepsItsTextAndThenSaysSo() throws Exception {
        ollama.enqueue(Script.of(content("so far"), reset()));
        script.sendText("hi");
        assertEquals(
                List.of("so far", "Error: The connection to Ollama broke before the answer was complete."),
                script.textsUntilClose());
    }

    @Test
    void withoutAnyModelItIsSaidHowToGetOne() throws Exception {
        ollama.on("GET", "/api/tags", json("{\"models\":[]}"));
        script.sendText("hi");
        assertEquals(List.of("Error: No model is installed. (ollama pull llama3.2)"), script.textsUntilClose());
    }

    @Test
    void theFirstModelThatCanChatIsAsked() throws Exception {
        ollama.on(
                "GET",
                "/api/tags",
                json("{\"models\":[{\"name\":\"nomic:latest\",\"capabilities\":[\"embedding\"]},"
                        + "{\"name\":\"tiny:latest\",\"capabilities\":[\"completion\"]}]}"));
        ollama.enqueue(answer("ok"));
        script.sendText("hi");
        script.textsUntilClose();
        assertEquals(
                "tiny:latest", ollama.takeChat().request().json().path("model").textValue());
    }

    @Test
    void aSecondPromptIsNotAnswered() throws Exception {
        ollama.enqueue(answer("one"), answer("two"));
        script.sendText("first");
        script.sendText("second");
        assertEquals("one", String.join("", script.textsUntilClose()));
    }

    @ParameterizedTest(name = "{0} while the model is silent")
    @EnumSource(names = {"CLOSE_FRAME", "FIN", "RST"})
    void leavingClosesOllamasConnection(ReaderFault leaving) throws Exception {
        ollama.enqueue(Script.of(content("a"), hang()));
        script.sendText("hi");
        script.nextText();
        leaving.strike(ChatClient.over(script), () -> null);
        ollama.takeChat().awaitPeerGone(PATIENCE);
    }

    @ParameterizedTest(name = "{0} before the first token")
    @EnumSource(names = {"CLOSE_FRAME", "FIN", "RST"})
    void leavingBeforeTheFirstTokenClosesOllamasConnection(ReaderFault leaving) throws Exception {
        ollama.enqueue(Script.of(hang()));
        script.sendText("hi");
        Exchange exchange = ollama.takeChat();
        leaving.strike(ChatClient.over(script), () -> null);
        exchange.awaitPeerGone(PATIENCE);
    }
}
