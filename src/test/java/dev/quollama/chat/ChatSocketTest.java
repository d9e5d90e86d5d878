package dev.quollama.chat;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quollama.support.Exchange;
import dev.quollama.support.Gate;
import dev.quollama.support.RawWebSocket;
import dev.quollama.support.ReceivedRequest;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page can do over its socket. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ChatSocketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String first = UUID.randomUUID().toString();
    private final String second = UUID.randomUUID().toString();

    ScriptedOllama ollama;

    @TestHTTPResource("/chat")
    URI chat;

    private ChatClient page;

    @BeforeEach
    void openPage() throws Exception {
        ollama.reset();
        page = ChatClient.open(chat);
    }

    @AfterEach
    void closePage() throws Exception {
        page.close();
    }

    @Test
    void anAnswerIsItsTextAndThenDone() throws Exception {
        ollama.enqueue(answer("Hello", " world"));
        page.ask(first, "hi");
        assertEquals("Hello world", page.textUntilEnd(first));
        assertEquals("stop", page.last().path("reason").textValue());
        assertEquals(2, page.last().path("stats").path("tokens").intValue());
    }

    @Test
    void thinkingComesApartFromTheText() throws Exception {
        ollama.enqueue(Script.of(thinking("hm"), content("Yes"), done()));
        page.ask(first, "hi");
        StringBuilder thought = new StringBuilder();
        JsonNode frame = page.next();
        while (frame.path("type").textValue().equals("delta")) {
            thought.append(frame.path("thinking").asText());
            frame = page.next();
        }
        assertEquals("hm", thought.toString());
    }

    @Test
    void theWholeConversationIsSentAsItWasAsked() throws Exception {
        ollama.enqueue(answer("ok"));
        page.send("""
                {"type":"ask","id":"%s","model":"tiny","messages":[{"role":"system","content":"Be brief."},
                {"role":"user","content":"a"},{"role":"assistant","content":"b"},
                {"role":"user","content":"c","images":["aGk="]}],
                "options":{"temperature":0.5,"num_ctx":8192},"think":"low","format":"json","keepAlive":"5m","extra":1}
                """.formatted(first));
        page.textUntilEnd(first);
        JsonNode sent = ollama.takeChat().request().json();
        assertEquals("tiny", sent.path("model").textValue());
        assertEquals(4, sent.path("messages").size());
        assertEquals("aGk=", sent.at("/messages/3/images/0").textValue());
        assertEquals(8192, sent.at("/options/num_ctx").intValue());
        assertEquals("low", sent.path("think").textValue());
        assertEquals("json", sent.path("format").textValue());
        assertEquals("5m", sent.path("keep_alive").textValue());
        assertTrue(sent.path("stream").booleanValue());
        assertFalse(sent.has("extra"));
    }

    @Test
    void nothingOfTheBrowserIsForwarded() throws Exception {
        ollama.enqueue(answer("ok"));
        try (ChatClient browser = ChatClient.over(RawWebSocket.to(chat)
                .header("Origin", "http://" + chat.getAuthority())
                .header("Cookie", "quollama-owner=AAAAAAAAAAAAAAAAAAAAAA; secret=1")
                .header("User-Agent", "Mozilla/5.0 (Some Phone)")
                .header("X-Forwarded-For", "192.0.2.1")
                .connect())) {
            browser.ask(first, "hi");
            browser.textUntilEnd(first);
        }
        ReceivedRequest sent = ollama.takeChat().request();
        assertNull(sent.header("Origin"));
        assertNull(sent.header("Cookie"));
        assertNull(sent.header("X-Forwarded-For"));
        assertFalse(String.valueOf(sent.header("User-Agent")).contains("Mozilla"));
    }

    @Test
    void whatDoesNotFitIsNotDroppedInSilence() throws Exception {
        ollama.enqueue(
                failure(
                        400,
                        "{\"error\":{\"message\":\"request (15019 tokens) exceeds the available context size (512 tokens)\"}}"));
        page.ask(first, "hi");
        JsonNode failed = page.nextOf(first, "failed");
        assertEquals("context-full", failed.path("code").textValue());
        assertEquals(
                "{\"needed\":15019,\"available\":512}", failed.path("context").toString());
        JsonNode sent = ollama.takeChat().request().json();
        assertEquals("false", sent.path("truncate").toString());
        assertEquals("false", sent.path("shift").toString());
    }

    @Test
    void severalAnswersRunAtOnceOnOneSocket() throws Exception {
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("slow"), until(gate), done()), answer("quick"));
        page.ask(first, "one");
        assertEquals("slow", page.next().path("content").textValue());
        page.ask(second, "two");
        assertEquals("quick", page.textUntilEnd(second));
        gate.open();
        assertEquals("done", page.next().path("type").textValue());
    }

    @Test
    void stopEndsAnAnswerAndClosesOllamasConnection() throws Exception {
        ollama.enqueue(Script.of(content("a"), hang()));
        page.ask(first, "hi");
        page.next();
        page.stop(first);
        assertEquals("stopped", page.next().path("type").textValue());
        ollama.takeChat().awaitPeerGone(PATIENCE);
    }

    @Test
    void stopWorksBeforeTheModelHasSaidAnything() throws Exception {
        ollama.enqueue(Script.of(hang()));
        page.ask(first, "hi");
        Exchange exchange = ollama.takeChat();
        page.stop(first);
        assertEquals("stopped", page.nextOf(first, "stopped").path("type").textValue());
        exchange.awaitPeerGone(PATIENCE);
    }

    @Test
    void aFailureIsASentenceWithItsCodeAndWhatToDo() throws Exception {
        ollama.enqueue(failure(404, "model 'nope' not found"));
        page.ask(first, "hi");
        JsonNode failed = page.nextOf(first, "failed");
        assertEquals("model-not-found", failed.path("code").textValue());
        assertEquals("The model nope is not installed.", failed.path("message").textValue());
        assertEquals("ollama pull nope", failed.path("hint").textValue());
    }

    @Test
    void theTextBeforeAFailureStays() throws Exception {
        ollama.enqueue(Script.of(content("so far"), dev.quollama.support.WireSteps.reset()));
        page.ask(first, "hi");
        assertEquals("so far", page.textUntilEnd(first));
        assertEquals("interrupted", page.last().path("code").textValue());
    }

    @Test
    void anIdThatIsInUseIsRefusedAndTheFirstAnswerGoesOn() throws Exception {
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("a"), until(gate), done()));
        page.ask(first, "hi");
        page.next();
        page.ask(first, "again");
        assertEquals("bad-frame", page.nextOf(first, "refused").path("code").textValue());
        gate.open();
        assertEquals("done", page.next().path("type").textValue());
    }

    @Test
    void toStopWhatIsNotThereIsRefused() throws Exception {
        page.stop(first);
        assertEquals("gone", page.nextOf(first, "refused").path("code").textValue());
    }

    @Test
    void aBinaryFrameIsRefusedAndTheSocketStaysOpen() throws Exception {
        page.socket().sendRaw(new byte[] {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 7});
        assertEquals("bad-frame", page.next().path("code").textValue());
        ollama.enqueue(answer("still here"));
        page.ask(first, "hi");
        assertEquals("still here", page.textUntilEnd(first));
    }
}
