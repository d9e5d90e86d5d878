package dev.quollama.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import dev.quollama.support.ScriptedOllama;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the tests of the page share: a browser, the page's address, and an Ollama that does as it is told. The test class itself
 * carries {@code @QuarkusTest} and {@code @WithTestResource(ScriptedOllamaResource.class)}.
 */
abstract class BrowserTest {

    @RegisterExtension
    final BrowserExtension browser = new BrowserExtension();

    @TestHTTPResource("/")
    URI address;

    ScriptedOllama ollama;

    @BeforeEach
    void freshOllama() throws IOException {
        ollama.reset();
    }

    /** The page as somebody with a desktop browser in English sees it first. */
    ChatPage open() {
        return open(desktop());
    }

    ChatPage open(Browser.NewContextOptions options) {
        return browser.open(address, options);
    }

    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(1280, 800)
                // Without the small movements, each frame of which two cores would have to draw.
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
