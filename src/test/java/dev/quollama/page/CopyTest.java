package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody takes words along. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class CopyTest extends BrowserTest {

    @Test
    void theAnswerIsCopiedAsItWasWritten() {
        ollama.enqueue(answer("Some **bold** words\n\n", "- and a list"));
        ChatPage chat = openWithClipboard();
        chat.askAndWait("hi");
        chat.button("Copy the answer").click();
        assertThat(chat.button("Copied")).isVisible();
        assertEquals("Some **bold** words\n\n- and a list", clipboard(chat));
    }

    @Test
    void codeIsCopiedWithoutItsFence() {
        ollama.enqueue(answer("Here:\n\n```java\nint a = 1 < 2 ? 3 : 4;\nint b;\n```\n\nDone."));
        ChatPage chat = openWithClipboard();
        chat.askAndWait("hi");
        chat.button("Copy the code").click();
        assertThat(chat.button("Copied")).isVisible();
        assertEquals("int a = 1 < 2 ? 3 : 4;\nint b;", clipboard(chat));
    }

    @Test
    void theQuestionCanBeCopied() {
        ChatPage chat = openWithClipboard();
        chat.askAndWait("two\nlines");
        chat.page().locator(".question").hover();
        chat.button("Copy the question").click();
        assertThat(chat.button("Copied")).isVisible();
        assertEquals("two\nlines", clipboard(chat));
    }

    @Test
    void copyingAlsoWorksWhereTheBrowserHasNoClipboardForScripts() {
        ChatPage chat = openWithClipboard();
        chat.page().addInitScript("delete Navigator.prototype.clipboard");
        chat.page().reload();
        chat.askAndWait("hi");
        chat.button("Copy the answer").click();
        assertThat(chat.button("Copied")).isVisible();
        chat.message().focus();
        chat.page().keyboard().press("ControlOrMeta+v");
        assertThat(chat.message()).hasValue("Hello from a script");
    }

    private ChatPage openWithClipboard() {
        return open(desktop().setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    private static String clipboard(ChatPage chat) {
        return (String) chat.page().evaluate("navigator.clipboard.readText()");
    }
}
