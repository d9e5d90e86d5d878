package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.quollama.support.Gate;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Models write Markdown; people read it. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class MarkdownTest extends BrowserTest {

    @Test
    void theUsualPartsBecomeWhatTheyMean() {
        ChatPage chat = answered("""
                ## Plan

                Some *soft*, **loud** and ~~wrong~~ words, `code` and a [link](https://example.org/a?b=1&c=2).

                1. one
                2. two
                   - deeper

                - [x] done
                - [ ] open

                > quoted

                | a | b |
                |---|--:|
                | 1 | 2 |

                ---
                """);
        Locator text = chat.text();
        assertThat(text.locator("h3")).hasText("Plan");
        assertThat(text.locator("em")).hasText("soft");
        assertThat(text.locator("strong")).hasText("loud");
        assertThat(text.locator("del")).hasText("wrong");
        assertThat(text.locator("p code")).hasText("code");
        assertThat(text.locator("a")).hasAttribute("href", "https://example.org/a?b=1&c=2");
        assertThat(text.locator("a")).hasAttribute("rel", Pattern.compile("noopener.*"));
        assertThat(text.locator("ol > li")).hasCount(2);
        assertThat(text.locator("ol ul > li")).hasText("deeper");
        assertThat(text.locator("li.task"))
                .hasText(new Pattern[] {Pattern.compile("☑\s*done"), Pattern.compile("☐\s*open")});
        assertThat(text.locator("blockquote")).hasText("quoted");
        assertThat(text.locator("th")).hasText(new String[] {"a", "b"});
        assertThat(text.locator("td")).hasText(new String[] {"1", "2"});
        assertThat(text.locator("td").last()).hasCSS("text-align", Pattern.compile("right|end"));
        assertThat(text.locator("hr")).hasCount(1);
    }

    @Test
    void codeStandsInABoxWithItsLanguage() {
        ChatPage chat = answered("```rust\nfn main() {}\n```\n\n    indented\n");
        assertThat(chat.text().locator("code-head").first()).containsText("rust");
        assertThat(chat.text().locator("pre")).hasText(new String[] {"fn main() {}", "indented"});
        assertThat(chat.text().locator("code-head").last()).containsText("Code");
    }

    @Test
    void aTextThatCameLetterByLetterLooksLikeOneThatCameAtOnce() {
        String source = "# A\n\n1. **b**\n2. `c`\n\n```js\nlet d;\n```\n\n|e|f|\n|-|-|\n|g|h|\n\nAnd *so* on.";
        ollama.enqueue(answer(source.split("")), answer(source));
        ChatPage chat = open();
        chat.askAndWait("slowly");
        assertThat(chat.text().locator("em")).hasText("so");
        String grown = chat.text().innerHTML();
        chat.askAndWait("at once");
        assertThat(chat.text().locator("em")).hasText("so");
        assertEquals(grown, chat.text().innerHTML());
    }

    @Test
    void anOpenFenceIsCodeAlready() {
        Gate end = new Gate();
        ollama.enqueue(Script.of(content("```python\nprint("), until(end), content("1)\n```"), done()));
        ChatPage chat = open();
        chat.ask("code");
        assertThat(chat.text().locator("pre")).hasText("print(");
        end.open();
        assertThat(chat.text().locator("pre")).hasText("print(1)");
    }

    @Test
    void whatIsSelectedStaysSelectedWhileTheTextGrows() {
        Gate more = new Gate();
        ollama.enqueue(Script.of(content("Select me.\n\nMore"), until(more), content(" and more\n\nand more"), done()));
        ChatPage chat = open();
        chat.ask("hi");
        assertThat(chat.text()).containsText("More");
        chat.text().locator("p").first().selectText();
        more.open();
        chat.waitForPhase("done");
        assertThat(chat.text().locator("p")).hasCount(3);
        assertEquals("Select me.", chat.page().evaluate("getSelection().toString()"));
    }

    private ChatPage answered(String text) {
        ollama.enqueue(answer(text));
        ChatPage chat = open();
        chat.askAndWait("hi");
        return chat;
    }
}
