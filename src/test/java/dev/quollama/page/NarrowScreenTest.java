package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.json;
import static dev.quollama.support.OllamaSteps.thinking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A phone, and a small one: everything fits, nothing has to be pushed sideways. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class NarrowScreenTest extends BrowserTest {

    private static final String WIDE = """
            A_very_long_word_without_any_place_to_break_it_that_goes_on_and_on_and_on_and_on_and_on, and a link:
            https://example.org/a/very/long/address/that/nobody/would/ever/type/by/hand?and=parameters&more=parameters

            ```java
            var wide = "a line of code that is far too long for any telephone, and longer still, and longer, and longer";
            ```

            | one | two | three | four | five | six |
            |-----|-----|-------|------|------|-----|
            | alpha | beta | gamma | delta | epsilon | zeta |

            - a
              - list
                - that
                  - goes
                    - deep
            """;

    @Test
    void theWelcomeFits() {
        ChatPage chat = openOnPhone();
        assertThat(chat.picker()).hasText("llama3.2");
        assertFits(chat);
    }

    @Test
    void theGuideFits() throws Exception {
        ollama.goDown();
        ChatPage chat = openOnPhone();
        chat.page().locator("ollama-guide summary").click();
        assertFits(chat);
    }

    @Test
    void aWideConversationFits() {
        ollama.enqueue(Script.of(thinking(WIDE), content(WIDE), done()));
        ChatPage chat = openOnPhone();
        chat.askAndWait("an_endless_question_".repeat(20));
        chat.page().locator(".thinking-toggle").click();
        assertFits(chat);
    }

    @Test
    void aFailureFits() {
        ollama.enqueue(failure(
                404, "model 'a-registry.example.org/somebody/with-a-very-long-model-name-indeed:70b' not found"));
        ChatPage chat = openOnPhone();
        chat.ask("hi");
        assertThat(chat.failure()).isVisible();
        assertFits(chat);
    }

    @Test
    void theMenusFit() {
        ollama.on("GET", "/api/tags", json("""
                {"models":[{"name":"a-registry.example.org/somebody/with-a-very-long-model-name-indeed:70b-instruct-q4_K_M",
                "size":40000000000,"details":{"parameter_size":"70B","quantization_level":"Q4_K_M"},
                "capabilities":["completion","tools","thinking","vision"]}]}"""));
        ChatPage chat = openOnPhone();
        assertThat(chat.picker()).isEnabled();
        assertFits(chat);
        chat.picker().click();
        assertThat(chat.models()).isVisible();
        assertInside(chat.page().locator("#models"));
        chat.page().keyboard().press("Escape");
        chat.button("Settings").click();
        assertInside(chat.page().locator("#settings"));
        assertFits(chat);
    }

    @Test
    void whatIsTouchedIsLargeEnoughToTouch() {
        ChatPage chat = openOnPhone();
        chat.askAndWait("hi");
        for (Locator button : chat.page().locator("button:visible").all()) {
            BoundingBox box = button.boundingBox();
            assertTrue(box.height >= 44 && box.width >= 44, button + " is " + box.width + " × " + box.height);
        }
    }

    private ChatPage openOnPhone() {
        return open(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(320, 640)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    private static void assertFits(ChatPage chat) {
        Object overflowing = chat.page().evaluate("""
                () => [...document.querySelectorAll('html, body, .scroller, .top, .composer')]
                  .filter((box) => box.scrollWidth > box.clientWidth)
                  .map((box) => `${box.localName}.${box.className} ${box.scrollWidth} > ${box.clientWidth}`)""");
        assertEquals(List.of(), overflowing);
        for (Locator button : chat.page()
                .locator(".top button:visible, chat-composer button:visible")
                .all()) {
            assertInside(button);
        }
    }

    private static void assertInside(Locator locator) {
        assertThat(locator).isVisible();
        BoundingBox box = locator.boundingBox();
        assertTrue(box.x >= 0 && box.x + box.width <= 320, locator + " from " + box.x + " to " + (box.x + box.width));
    }
}
