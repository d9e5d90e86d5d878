package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.WireSteps.hang;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network goes away and comes back. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ReconnectTest extends BrowserTest {

    /** What the browser says about a server that cannot be reached; the page has no say in it. */
    private static final List<String> CHROMIUM_COMPLAINS = List.of("WebSocket connection to", "net::ERR_");

    private Relay network;
    private ChatPage chat;

    @BeforeEach
    void throughARelay() throws IOException {
        network = new Relay(address.getPort());
        chat = browser.open(URI.create("http://localhost:" + network.port() + "/"), desktop());
        CHROMIUM_COMPLAINS.forEach(chat.watch()::expect);
        assertThat(chat.picker()).hasText("llama3.2");
        chat.askAndWait("hi");
    }

    @AfterEach
    void endOfTheRelay() throws IOException {
        network.close();
    }

    @Test
    void thePageSaysThatTheConnectionIsLostAndComesBackByItself() throws Exception {
        assertThat(bar()).hasAttribute("data-state", "fine");
        network.cut();
        assertThat(bar()).hasAttribute("data-state", "lost");
        assertThat(bar()).hasText("The connection is lost. Trying to get it back…");

        network.restore();
        assertThat(bar()).hasText("Connected again");
        assertThat(bar()).hasAttribute("data-state", "fine");
        chat.askAndWait("Still there?");
        assertThat(chat.text()).hasText("Hello from a script");
    }

    @Test
    void aQuestionAskedMeanwhileIsSentOnceTheConnectionIsBack() throws Exception {
        ollama.takeChat();
        network.cut();
        assertThat(bar()).hasAttribute("data-state", "lost");
        chat.ask("Are you there?");
        assertThat(chat.answer()).hasText("Waiting for the connection…");

        network.restore();
        assertThat(chat.text()).hasText("Hello from a script");
        assertEquals(
                "Are you there?",
                ollama.takeChat()
                        .request()
                        .json()
                        .path("messages")
                        .get(2)
                        .path("content")
                        .asText());
        assertEquals(2, chats());
    }

    @Test
    void aQuestionAskedMeanwhileCanBeTakenBack() throws Exception {
        network.cut();
        assertThat(bar()).hasAttribute("data-state", "lost");
        chat.ask("Never mind");
        chat.button("Stop").click();
        chat.waitForPhase("stopped");
        network.restore();
        assertThat(bar()).hasAttribute("data-state", "fine");
        assertEquals(1, chats());
    }

    @Test
    void theTextSoFarStaysWhenTheConnectionIsLostInMidAnswer() throws Exception {
        ollama.enqueue(Script.of(content("Once upon a time"), hang()));
        chat.ask("A story");
        assertThat(chat.text()).hasText("Once upon a time");
        network.cut();
        assertThat(bar()).hasAttribute("data-state", "lost");
        assertThat(chat.text()).hasText("Once upon a time");
        network.restore();
        assertThat(bar()).hasAttribute("data-state", "fine");
        assertThat(chat.text()).hasText("Once upon a time");
    }

    @Test
    void whoDoesNotWantToWaitTriesNow() throws Exception {
        chat.page().clock().install();
        // From here on no timer of the page rings by itself.
        chat.page().clock().pauseAt(System.currentTimeMillis() + 60_000);
        network.cut();
        assertThat(bar()).hasAttribute("data-state", "lost");
        network.restore();
        chat.button("Try now").click();
        assertThat(bar()).hasAttribute("data-state", "back");
    }

    @Test
    void aChineseReaderIsToldInChinese() throws Exception {
        chat.set("language", "zh-CN");
        assertThat(chat.page().locator("html")).hasAttribute("lang", "zh-CN");
        network.cut();
        assertThat(bar()).hasText("连接断开了，正在重新连接…");
    }

    @Test
    void aLanguageThatCannotBeFetchedLeavesThePageAsItIs() throws Exception {
        network.cut();
        assertThat(bar()).hasAttribute("data-state", "lost");
        chat.set("language", "zh-CN");
        assertThat(chat.button("New chat")).isVisible();

        network.restore();
        assertThat(bar()).hasAttribute("data-state", "fine");
        chat.page().reload();
        assertThat(chat.button("新对话")).isVisible();
    }

    private Locator bar() {
        return chat.page().locator("connection-bar .connection");
    }

    private long chats() {
        return ollama.exchanges().stream()
                .filter(exchange -> exchange.request().path().equals("/api/chat"))
                .count();
    }
}
