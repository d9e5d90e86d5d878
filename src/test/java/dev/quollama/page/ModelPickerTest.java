package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody chooses who answers. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ModelPickerTest extends BrowserTest {

    @Test
    void theListTellsWhatEachModelIs() {
        ChatPage chat = open();
        assertThat(chat.picker()).hasAccessibleName("Model: llama3.2");
        chat.picker().click();
        assertThat(chat.models()).hasCount(3);
        assertThat(chat.models().nth(0)).containsText("3.2B · 2 GB · Q4_K_M");
        assertThat(chat.models().nth(1)).containsText("thinks");
        assertThat(chat.models().nth(2)).containsText("sees");
        assertThat(chat.models().nth(0)).hasAttribute("aria-selected", "true");
    }

    @Test
    void theChosenModelIsAskedAndRemembered() throws Exception {
        ChatPage chat = open();
        chat.choose("qwen3");
        assertThat(chat.picker()).hasText("qwen3:4b");
        assertThat(chat.message()).isFocused();
        chat.askAndWait("hi");
        assertEquals(
                "qwen3:4b", ollama.takeChat().request().json().path("model").asText());

        chat.page().reload();
        assertThat(chat.picker()).hasText("qwen3:4b");
    }

    @Test
    void aRememberedModelThatIsGoneGivesWayToTheDefault() {
        ChatPage chat = open();
        chat.page().evaluate("localStorage.setItem('quollama.model', 'long-gone:70b')");
        chat.page().reload();
        assertThat(chat.picker()).hasText("llama3.2");
    }

    @Test
    void theKeyboardIsEnough() {
        ChatPage chat = open();
        assertThat(chat.picker()).hasText("llama3.2");
        chat.picker().press("Enter");
        assertThat(chat.page().getByRole(AriaRole.LISTBOX)).isFocused();
        press(chat, "ArrowDown", "ArrowDown", "ArrowDown", "End", "Home", "ArrowDown", "Enter");
        assertThat(chat.picker()).hasText("qwen3:4b");
        assertThat(chat.models()).hasCount(0);
    }

    @Test
    void aLetterJumpsToTheNextModelThatBeginsWithIt() {
        ChatPage chat = open();
        chat.picker().press("Enter");
        assertThat(chat.page().getByRole(AriaRole.LISTBOX)).isFocused();
        press(chat, "l", "Enter");
        assertThat(chat.picker()).hasText("llava:7b");
    }

    @Test
    void escapeLeavesTheChoiceAsItWas() {
        ChatPage chat = open();
        chat.picker().click();
        assertThat(chat.page().getByRole(AriaRole.LISTBOX)).isFocused();
        press(chat, "ArrowDown", "Escape");
        assertThat(chat.models()).hasCount(0);
        assertThat(chat.picker()).hasText("llama3.2");
        assertThat(chat.picker()).isFocused();
    }

    @Test
    void amongManyModelsOneIsFoundByItsName() {
        manyModels();
        ChatPage chat = open();
        chat.picker().click();
        Locator search = chat.page().getByRole(AriaRole.COMBOBOX);
        assertThat(search).isFocused();
        assertThat(search).hasAccessibleName("Find a model");
        search.fill("size 12");
        assertThat(chat.models()).hasCount(1);
        search.press("Enter");
        assertThat(chat.picker()).hasText("size:12");

        chat.picker().click();
        search.fill("no such thing");
        assertThat(chat.page().getByText("No model is called that")).isVisible();
        assertThat(chat.models()).hasCount(0);
    }

    @Test
    void theKeyboardMovesThroughManyModelsToo() {
        manyModels();
        ChatPage chat = open();
        chat.picker().click();
        assertThat(chat.page().getByRole(AriaRole.COMBOBOX)).isFocused();
        press(chat, "End");
        assertThat(chat.models().last()).isInViewport();
        press(chat, "ArrowUp", "Enter");
        assertThat(chat.picker()).hasText("size:29");
    }

    private void manyModels() {
        String models = IntStream.rangeClosed(1, 30)
                .mapToObj("{\"name\":\"size:%d\",\"size\":1000000000}"::formatted)
                .collect(Collectors.joining(",", "{\"models\":[", "]}"));
        ollama.on("GET", "/api/tags", json(models));
    }

    private static void press(ChatPage chat, String... keys) {
        for (String key : keys) {
            chat.page().keyboard().press(key);
        }
    }
}
