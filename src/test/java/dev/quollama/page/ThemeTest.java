package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Light and dark. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class ThemeTest extends BrowserTest {

    private static final String LIGHT = "rgb(251, 250, 246)";
    private static final String DARK = "rgb(23, 25, 22)";

    @Test
    void thePageIsAsLightAsTheSystem() {
        ChatPage chat = open(desktop().setColorScheme(ColorScheme.DARK));
        assertPaper(chat, DARK);
        chat.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertPaper(chat, LIGHT);
    }

    @Test
    void aChoiceOutweighsTheSystemAndIsRemembered() {
        ChatPage chat = open(desktop().setColorScheme(ColorScheme.LIGHT));
        chat.set("theme", "dark");
        assertPaper(chat, DARK);
        chat.page().reload();
        assertPaper(chat, DARK);
        assertThat(chat.page().locator("#settings input[value=dark]")).isChecked();
    }

    @Test
    void goingBackToTheSystemForgetsTheChoice() {
        ChatPage chat = open(desktop().setColorScheme(ColorScheme.LIGHT));
        chat.set("theme", "dark");
        chat.set("theme", "system");
        assertPaper(chat, LIGHT);
        assertNull(chat.remembered("theme"));
    }

    private static void assertPaper(ChatPage chat, String colour) {
        assertThat(chat.page().locator("html")).hasCSS("background-color", colour);
    }
}
