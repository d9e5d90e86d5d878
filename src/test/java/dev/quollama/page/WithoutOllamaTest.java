package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** There is no Ollama yet: the page shows the way, and what it could be like. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class WithoutOllamaTest extends BrowserTest {

    @Test
    void theGuideShowsTheWay() throws Exception {
        ollama.goDown();
        ChatPage chat = open();
        assertThat(heading(chat, "Bring your models in")).isVisible();
        Locator guide = chat.page().locator("ollama-guide");
        assertThat(guide).containsText("ollama serve");
        assertThat(guide).containsText("ollama pull llama3.2");
        assertThat(guide).containsText("Quollama looked at " + ollama.uri() + ".");
        guide.locator("summary").click();
        assertThat(guide.getByText("OLLAMA_HOST=")).isVisible();
    }

    @Test
    void theDemoModelAnswersMeanwhile() throws Exception {
        ollama.goDown();
        ChatPage chat = open();
        assertThat(chat.page().locator(".demo-offer")).containsText("no language model");
        assertThat(chat.picker()).hasText("demo");
        chat.page().locator(".suggestions").getByText("What can you do?").click();
        chat.message().press("Enter");
        chat.waitForPhase("writing");
        assertThat(chat.text()).containsText("language model");
        chat.button("Stop").click();
        chat.waitForPhase("stopped");
    }

    @Test
    void ollamaComingUpIsNoticedWithoutAReload() throws Exception {
        ollama.goDown();
        ChatPage chat = open();
        chat.page().clock().install();
        chat.page().reload();
        assertThat(heading(chat, "Bring your models in")).isVisible();
        ollama.comeUp();
        chat.page().clock().fastForward(5_000);
        assertThat(chat.picker()).hasText("llama3.2");
        assertThat(chat.page().locator("ollama-guide")).hasCount(0);
        assertThat(chat.page().locator("live-announcer")).hasText("Ollama is here");
        chat.askAndWait("hi");
        assertThat(chat.text()).hasText("Hello from a script");
    }

    @Test
    void ollamaWithoutAModelIsOneModelAway() {
        ollama.on("GET", "/api/tags", json("{\"models\":[]}"));
        ChatPage chat = open();
        assertThat(heading(chat, "One model away")).isVisible();
        assertThat(chat.page().locator("ollama-guide")).containsText("ollama pull llama3.2");
        assertThat(chat.picker()).hasText("No model");
        chat.message().fill("hi");
        assertThat(chat.button("There is no model to ask yet")).isDisabled();
        chat.message().press("Enter");
        assertThat(chat.message()).hasValue("hi");
    }

    private static Locator heading(ChatPage chat, String words) {
        return chat.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words));
    }
}
