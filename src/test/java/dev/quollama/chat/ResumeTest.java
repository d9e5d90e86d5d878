package dev.quollama.chat;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quollama.support.Exchange;
import dev.quollama.support.Gate;
import dev.quollama.support.RawWebSocket;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer belongs to a browser, not to a socket. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ResumeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String MINE = "quollama-owner=AAAAAAAAAAAAAAAAAAAAAA";
    private static final String YOURS = "quollama-owner=BBBBBBBBBBBBBBBBBBBBBB";

    private final String id = UUID.randomUUID().toString();

    ScriptedOllama ollama;

    @TestHTTPResource("/chat")
    URI chat;

    @BeforeEach
    void freshOllama() throws Exception {
        ollama.reset();
    }

    @Test
    void aPageThatComesBackGetsEachLaterEventOnce() throws Exception {
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("one "), until(gate), content("two "), content("three"), done()));
        int seen;
        try (ChatClient page = page(MINE)) {
            page.ask(id, "hi");
            JsonNode first = page.nextOf(id, "delta");
            assertEquals("one ", first.path("content").textValue());
            seen = first.path("seq").intValue();
        }
        gate.open();
        try (ChatClient page = page(MINE)) {
            page.resume(id, seen);
            assertEquals("two three", page.textUntilEnd(id));
            assertEquals("done", page.last().path("type").textValue());
        }
    }

    @Test
    void anAnswerThatEndedMeanwhileIsReadToItsEnd() throws Exception {
        ollama.enqueue(answer("all", " of", " it"));
        try (ChatClient page = page(MINE)) {
            page.ask(id, "hi");
            page.textUntilEnd(id);
        }
        try (ChatClient page = page(MINE)) {
            page.resume(id, 0);
            assertEquals("all of it", page.textUntilEnd(id));
            assertEquals("done", page.last().path("type").textValue());
        }
    }

    @Test
    void twoTabsReadTheSameAnswer() throws Exception {
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("a"), until(gate), content("b"), done()));
        try (ChatClient first = page(MINE);
                ChatClient second = page(MINE)) {
            first.ask(id, "hi");
            first.nextOf(id, "delta");
            second.resume(id, 0);
            assertEquals("a", second.nextOf(id, "delta").path("content").textValue());
            gate.open();
            assertEquals("b", first.textUntilEnd(id));
            assertEquals("b", second.textUntilEnd(id));
        }
    }

    @Test
    void oneTabCanStopWhatAnotherAsked() throws Exception {
        ollama.enqueue(Script.of(content("a"), hang()));
        try (ChatClient first = page(MINE);
                ChatClient second = page(MINE)) {
            first.ask(id, "hi");
            first.nextOf(id, "delta");
            second.stop(id);
            assertEquals("stopped", first.next().path("type").textValue());
        }
    }

    @Test
    void anotherBrowserCanNeitherReadNorStopIt() throws Exception {
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("secret"), until(gate), done()));
        try (ChatClient mine = page(MINE);
                ChatClient yours = page(YOURS)) {
            mine.ask(id, "hi");
            mine.nextOf(id, "delta");
            yours.resume(id, 0);
            assertEquals("not-yours", yours.next().path("code").textValue());
            yours.stop(id);
            assertEquals("not-yours", yours.next().path("code").textValue());
            gate.open();
            assertEquals("done", mine.next().path("type").textValue());
        }
    }

    @Test
    void aScriptWithoutACookieIsAnOwnerOfItsOwn() throws Exception {
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("a"), until(gate), done()));
        try (ChatClient first = ChatClient.open(chat);
                ChatClient second = ChatClient.open(chat)) {
            first.ask(id, "hi");
            first.nextOf(id, "delta");
            second.resume(id, 0);
            assertEquals("not-yours", second.next().path("code").textValue());
            gate.open();
            assertEquals("done", first.next().path("type").textValue());
        }
    }

    @Test
    void anUnknownAnswerIsGone() throws Exception {
        try (ChatClient page = page(MINE)) {
            page.resume(UUID.randomUUID().toString(), 3);
            assertEquals("gone", page.next().path("code").textValue());
        }
    }

    @Test
    void anIdIsNotUsedAgainAfterItsAnswerEnded() throws Exception {
        ollama.enqueue(answer("a"));
        try (ChatClient page = page(MINE)) {
            page.ask(id, "hi");
            page.textUntilEnd(id);
            page.ask(id, "again");
            assertEquals("bad-frame", page.nextOf(id, "refused").path("code").textValue());
        }
    }

    @Test
    void aNinthUnfinishedAnswerIsTooMany() throws Exception {
        try (ChatClient page = page("quollama-owner=CCCCCCCCCCCCCCCCCCCCCC")) {
            for (int i = 0; i < 8; i++) {
                ollama.enqueue(Script.of(content("a"), hang()));
                page.ask(UUID.randomUUID().toString(), "hi");
                Exchange ignored = ollama.takeChat();
            }
            page.ask(id, "one more");
            assertEquals("too-many", page.nextOf(id, "refused").path("code").textValue());
        }
    }

    @Test
    void aPingIsAnswered() throws Exception {
        try (ChatClient page = page(MINE)) {
            page.send("{\"type\":\"ping\"}");
            assertEquals("pong", page.next().path("type").textValue());
        }
    }

    @Test
    void leavingDoesNotEndTheAnswer() throws Exception {
        Gate gate = new Gate();
        ollama.enqueue(Script.of(content("a"), until(gate), content("b"), done()));
        Exchange exchange;
        try (ChatClient page = page(MINE)) {
            page.ask(id, "hi");
            page.nextOf(id, "delta");
            exchange = ollama.takeChat();
            page.socket().reset();
        }
        gate.open();
        exchange.played().get(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        try (ChatClient page = page(MINE)) {
            page.resume(id, 0);
            assertEquals("ab", page.textUntilEnd(id));
            assertNotEquals("stopped", page.last().path("type").textValue());
        }
    }

    private ChatClient page(String cookie) throws IOException {
        return ChatClient.over(RawWebSocket.to(chat).header("Cookie", cookie).connect());
    }
}
