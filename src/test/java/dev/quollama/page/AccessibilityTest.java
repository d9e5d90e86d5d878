package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.hang;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that axe knows of stands in anybody's way, in the light and in the dark. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class AccessibilityTest extends BrowserTest {

    private static final String ANSWER = """
            ## A heading

            Some **words** with a [link](https://example.org), `code`, and ![a picture](https://example.org/a.png):

            1. one
            2. two

            - [x] done

            > quoted

            ```java
            int answer = 42;
            ```

            | a | b |
            |---|---|
            | 1 | 2 |
            """;

    @Test
    void theWelcome() {
        ChatPage chat = openForAxe();
        assertThat(chat.picker()).hasText("llama3.2");
        assertAccessible(chat);
    }

    @Test
    void aConversation() {
        ollama.enqueue(Script.of(thinking("Hm, *well*."), content(ANSWER), done()));
        ChatPage chat = openForAxe();
        chat.askAndWait("Show me everything");
        chat.page().locator(".thinking-toggle").click();
        assertAccessible(chat);
    }

    @Test
    void anAnswerInTheMaking() {
        ollama.enqueue(Script.of(thinking("Hm."), hang()), Script.of(content("Well"), hang()));
        ChatPage chat = openForAxe();
        chat.ask("Think");
        chat.waitForPhase("thinking");
        assertAccessible(chat);
    }

    @Test
    void aFailure() {
        ollama.enqueue(failure(404, "model 'nope' not found"));
        ChatPage chat = openForAxe();
        chat.ask("hi");
        assertThat(chat.failure()).isVisible();
        assertAccessible(chat);
    }

    @Test
    void theModelPicker() {
        ChatPage chat = openForAxe();
        chat.picker().click();
        assertThat(chat.models()).hasCount(3);
        assertAccessible(chat);
    }

    @Test
    void theSettings() {
        ChatPage chat = openForAxe();
        chat.button("Settings").click();
        assertThat(chat.page().locator("#settings")).isVisible();
        assertAccessible(chat);
    }

    @Test
    void theGuideInChinese() throws Exception {
        ollama.goDown();
        ChatPage chat = open(desktop().setLocale("zh-CN"));
        chat.watch().ignoreConsole();
        chat.page().locator("ollama-guide summary").click();
        assertAccessible(chat);
    }

    private ChatPage openForAxe() {
        ChatPage chat = open(desktop());
        // axe puts style sheets into the page, which the page's policy refuses aloud.
        chat.watch().ignoreConsole();
        return chat;
    }

    private static void assertAccessible(ChatPage chat) {
        light(chat, ColorScheme.LIGHT);
        assertEquals(List.of(), violations(axe(chat)), "in the light");
        // The dark differs in its colours only.
        light(chat, ColorScheme.DARK);
        assertEquals(List.of(), violations(axe(chat).withRules(List.of("color-contrast"))), "in the dark");
    }

    /** Turns the light on or off, and waits until each colour has changed. */
    private static void light(ChatPage chat, ColorScheme scheme) {
        chat.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        chat.page().evaluate("""
                () => Promise.allSettled(document.getAnimations()
                  .filter((animation) => animation instanceof CSSTransition)
                  .map((transition) => transition.finished))""");
    }

    private static AxeBuilder axe(ChatPage chat) {
        // Legacy: without a second page for the frames, of which there are none.
        return new AxeBuilder(chat.page()).setLegacyMode(true);
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(AccessibilityTest::described)
                .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
