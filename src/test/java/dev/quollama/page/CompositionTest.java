package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.until;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import dev.quollama.support.Gate;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Somebody writes with an input method, where Enter first means: take these characters. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class CompositionTest extends BrowserTest {

    @Test
    void enterWhileComposingDoesNotSend() {
        ChatPage chat = open(desktop().setLocale("zh-CN"));
        assertThat(chat.message()).isFocused();
        CDPSession keyboard = chat.page().context().newCDPSession(chat.page());
        compose(keyboard, "ni hao");
        assertThat(chat.message()).hasValue("ni hao");
        JsonObject enter = new JsonObject();
        // Without a text of its own, as an input method that swallows the key sends it.
        enter.addProperty("type", "rawKeyDown");
        enter.addProperty("key", "Enter");
        enter.addProperty("windowsVirtualKeyCode", 13);
        keyboard.send("Input.dispatchKeyEvent", enter);
        assertThat(chat.message()).hasValue("ni hao");
        assertThat(chat.questions()).hasCount(0);

        JsonObject chosen = new JsonObject();
        chosen.addProperty("text", "你好");
        keyboard.send("Input.insertText", chosen);
        assertThat(chat.message()).hasValue("你好");
        assertThat(chat.questions()).hasCount(0);
        chat.page().keyboard().press("Enter");
        assertThat(chat.questions()).hasText("你好");
    }

    @Test
    void enterWithTheKeyCodeOfAnInputMethodDoesNotSend() {
        ChatPage chat = open();
        assertThat(chat.picker()).hasText("llama3.2");
        chat.message().fill("かな");
        chat.message()
                .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                        + " {key: 'Enter', keyCode: 229, bubbles: true, cancelable: true}))");
        assertThat(chat.message()).hasValue("かな");
        assertThat(chat.questions()).hasCount(0);
    }

    @Test
    void escapeWhileComposingDoesNotStopTheAnswer() {
        Gate end = new Gate();
        ollama.enqueue(Script.of(content("a"), until(end), done()));
        ChatPage chat = open();
        chat.ask("hi");
        chat.waitForPhase("writing");
        compose(chat.page().context().newCDPSession(chat.page()), "xie");
        chat.page().keyboard().press("Escape");
        end.open();
        chat.waitForPhase("done");
    }

    @Test
    void shiftEnterBreaksTheLine() {
        ChatPage chat = open();
        chat.message().press("a");
        double oneLine = chat.message().boundingBox().height;
        chat.message().press("Shift+Enter");
        chat.message().press("b");
        assertThat(chat.message()).hasValue("a\nb");
        assertTrue(chat.message().boundingBox().height > oneLine, "the field grows with its text");
        chat.message().press("Enter");
        assertThat(chat.questions()).hasText("a\nb");
    }

    private static void compose(CDPSession keyboard, String text) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        keyboard.send("Input.imeSetComposition", composition);
    }
}
