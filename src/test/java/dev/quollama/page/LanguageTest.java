package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.quollama.support.OllamaSteps.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The page speaks English and Chinese. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class LanguageTest extends BrowserTest {

    @Test
    void aChineseBrowserGetsAChinesePage() {
        ChatPage chat = open(desktop().setLocale("zh-CN"));
        assertThat(chat.page().locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(chat.page().getByText("今天想聊点什么？")).isVisible();
        assertThat(chat.message()).hasAccessibleName("消息");
        chat.askAndWait("你好，世界");
        assertThat(chat.questions()).hasText("你好，世界");
        assertThat(chat.button("重新生成")).isVisible();
        assertThat(chat.button("新对话")).isVisible();
    }

    @Test
    void anyOtherBrowserGetsAnEnglishPage() {
        ChatPage chat = open(desktop().setLocale("pt-BR"));
        assertThat(chat.page().locator("html")).hasAttribute("lang", "en");
        assertThat(chat.message()).hasAccessibleName("Message");
    }

    @Test
    void theLanguageCanBeSwitchedInMidConversation() {
        ChatPage chat = open();
        chat.askAndWait("hi");
        chat.set("language", "zh-CN");
        assertThat(chat.page().locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(chat.button("重新生成")).isVisible();
        assertThat(chat.text()).hasText("Hello from a script");

        chat.page().reload();
        assertThat(chat.button("新对话")).isVisible();
        chat.set("language", "en");
        assertThat(chat.button("New chat")).isVisible();
        assertEquals("en", chat.remembered("language"));
    }

    @Test
    void failuresAreToldInTheLanguageOfThePage() {
        ollama.enqueue(failure(503, "server busy"));
        ChatPage chat = open(desktop().setLocale("zh-TW"));
        chat.ask("在吗？");
        assertThat(chat.failure()).containsText("现在等待的回答太多了。");
        assertThat(chat.button("重试")).isVisible();
    }
}
