package dev.quollama.page;

import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.json;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.pause;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the README anew: {@code ./mvnw test -Dtest=Screenshots}. Its name keeps it out of an ordinary run. They show what the page makes of
 * an answer; fonts are the machine's own, so take them where Inter, JetBrains Mono and Noto (with CJK) are installed.
 */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class Screenshots extends BrowserTest {

    private static final Path FOLDER = Path.of("docs", "screenshots");

    /** Sharp on the screens that most people have by now. */
    private static final double SCALE = 2;

    private static final String MODELS = """
            {"models":[
              {"name":"qwen3:8b","size":5225388164,"details":{"parameter_size":"8.2B","quantization_level":"Q4_K_M"},
               "capabilities":["completion","tools","thinking"]},
              {"name":"llama3.2:latest","size":2019393189,"details":{"parameter_size":"3.2B","quantization_level":"Q4_K_M"},
               "capabilities":["completion","tools"]}]}""";

    @BeforeEach
    void modelsThatPeopleHave() {
        ollama.on("GET", "/api/tags", json(MODELS));
    }

    @Test
    void chat() throws Exception {
        ollama.enqueue(thoughtful("words"));
        ChatPage chat = open(desktop().setDeviceScaleFactor(SCALE));
        chat.askAndWait("How often does each word occur in a large text file? In Java, please.");
        take(chat, "chat");
    }

    @Test
    void chatInTheDark() throws Exception {
        ollama.enqueue(plain("plants"));
        ChatPage chat = open(desktop().setDeviceScaleFactor(SCALE).setColorScheme(ColorScheme.DARK));
        chat.choose("llama3.2");
        chat.askAndWait("Which plants survive in an office where everybody forgets them?");
        take(chat, "chat-dark");
    }

    @Test
    void phone() throws Exception {
        ollama.enqueue(plain("baking"));
        ChatPage chat = open(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(390, 760)
                .setDeviceScaleFactor(SCALE)
                .setIsMobile(true)
                .setHasTouch(true));
        chat.choose("llama3.2");
        chat.askAndWait("Can I bake this bread with sourdough instead of yeast?");
        take(chat, "phone");
    }

    @Test
    void chinese() throws Exception {
        ollama.enqueue(thoughtful("tea"));
        ChatPage chat = open(desktop().setLocale("zh-CN").setDeviceScaleFactor(SCALE));
        chat.askAndWait("不同的茶分别应该用多少度的水来泡？");
        take(chat, "chinese");
    }

    private static void take(ChatPage chat, String name) {
        chat.page().mouse().move(0, 0);
        chat.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    private static Script thoughtful(String answer) throws IOException {
        // So long that the page has a time to tell.
        return Script.of(thinking("The reader wants it short."), pause(Duration.ofSeconds(3)), plain(answer));
    }

    private static Script plain(String answer) throws IOException {
        try (var text = Screenshots.class.getResourceAsStream("/screenshots/" + answer + ".md")) {
            String markdown = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            // A word a token, so that the number under the answer is a likely one.
            return Script.of(content(markdown.split("(?<=[\\s，。：；])")), done());
        }
    }
}
