package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.until;

import com.microsoft.playwright.Page;
import dev.quollama.support.Exchange;
import dev.quollama.support.Gate;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody leaves in mid-answer and comes back: it is all there, once. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ComingBackTest extends BrowserTest {

    private static final String WHOLE = "Once upon a time there was a quoll";

    private final Gate gate = new Gate();

    @Test
    void aReloadInMidAnswerLosesNothing() {
        ChatPage chat = askForAStory(open());
        chat.page().reload();
        assertThat(chat.questions()).hasText("A story");
        assertThat(chat.text()).hasText("Once upon a time");
        gate.open();
        chat.waitForPhase("done");
        assertThat(chat.text()).hasText(WHOLE);
    }

    @Test
    void anAnswerThatEndedWhileThePageWasAwayIsThere() throws Exception {
        ChatPage chat = askForAStory(open());
        Exchange exchange = ollama.takeChat();
        chat.page().navigate("about:blank");
        gate.open();
        exchange.played().get(10, java.util.concurrent.TimeUnit.SECONDS);
        chat.page().navigate(address.toString());
        chat.waitForPhase("done");
        assertThat(chat.text()).hasText(WHOLE);
    }

    @Test
    void aSecondTabWatchesTheSameAnswer() {
        ChatPage first = askForAStory(open());
        Page tab = first.page().context().newPage();
        tab.navigate(address.toString());
        ChatPage second = new ChatPage(tab, first.watch());
        assertThat(second.text()).hasText("Once upon a time");
        gate.open();
        first.waitForPhase("done");
        second.waitForPhase("done");
        assertThat(first.text()).hasText(WHOLE);
        assertThat(second.text()).hasText(WHOLE);
    }

    @Test
    void aConnectionCutInMidAnswerIsTakenUpWhereItBroke() throws Exception {
        try (Relay network = new Relay(address.getPort())) {
            ChatPage chat = browser.open(URI.create("http://localhost:" + network.port() + "/"), desktop());
            List.of("WebSocket connection to", "net::ERR_").forEach(chat.watch()::expect);
            askForAStory(chat);
            network.cut();
            gate.open();
            network.restore();
            chat.waitForPhase("done");
            assertThat(chat.text()).hasText(WHOLE);
        }
    }

    @Test
    void aStopAfterAReloadStillReachesOllama() throws Exception {
        ollama.enqueue(Script.of(content("Once upon a time"), hang()));
        ChatPage chat = open();
        chat.ask("A story");
        assertThat(chat.text()).hasText("Once upon a time");
        Exchange exchange = ollama.takeChat();
        chat.page().reload();
        chat.button("Stop").click();
        chat.waitForPhase("stopped");
        exchange.awaitPeerGone(Duration.ofSeconds(10));
        assertThat(chat.text()).hasText("Once upon a time");
        assertThat(chat.button("Continue")).isVisible();
    }

    @Test
    void theDraftSurvivesAReload() throws IOException {
        ChatPage chat = open();
        assertThat(chat.picker()).isEnabled();
        chat.message().fill("half a thought");
        chat.page().reload();
        assertThat(chat.message()).hasValue("half a thought");
    }

    private ChatPage askForAStory(ChatPage chat) {
        ollama.enqueue(
                Script.of(content("Once upon ", "a time"), until(gate), content(" there was", " a ", "quoll"), done()));
        chat.ask("A story");
        assertThat(chat.text()).hasText("Once upon a time");
        return chat;
    }
}
