package dev.quollama.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Gives a test its own browser contexts. Afterwards it closes them, and fails the test when one of the pages complained or asked
 * another host for something. A failed test leaves a picture of each page in {@code target/screenshots}.
 */
final class BrowserExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<PageWatch> watches = new ArrayList<>();
    private Browser browser;

    @Override
    public void beforeEach(ExtensionContext test) {
        browser = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class)
                .browser();
    }

    /** A page at this address in a context of its own: no cookies, nothing stored, nothing cached. */
    ChatPage open(URI address, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        PageWatch watch = new PageWatch(context, address);
        watches.add(watch);
        Page page = context.newPage();
        page.navigate(address.toString());
        return new ChatPage(page, watch);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<Page> pages =
                contexts.stream().flatMap(context -> context.pages().stream()).toList();
        // What a page said arrives before its answer to this.
        pages.forEach(page -> page.evaluate("0"));
        List<String> problems =
                watches.stream().flatMap(watch -> watch.problems().stream()).toList();
        if (test.getExecutionException().isPresent() || !problems.isEmpty()) {
            takePictures(
                    pages,
                    test.getRequiredTestClass().getSimpleName() + "."
                            + test.getRequiredTestMethod().getName());
        }
        contexts.forEach(BrowserContext::close);
        Assertions.assertEquals(List.of(), problems, "complaints of the page");
    }

    private static void takePictures(List<Page> pages, String test) {
        String name = test.replaceAll("[^\\w.-]+", "-");
        for (int i = 0; i < pages.size(); i++) {
            Path picture = PICTURES.resolve(name + (i == 0 ? "" : i) + ".png");
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
    }
}
