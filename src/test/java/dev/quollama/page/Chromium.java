package dev.quollama.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The browser, launched once for all tests. On a machine that has none the tests are skipped, except on CI. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** No sandbox, because build machines run as root; the rest keeps the browser from talking to anyone but the page. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Long enough for two busy cores; a test that waits this long has failed. */
    private static final double PATIENCE_MILLIS = 10_000;

    private static final String NONE = """

            ****************************************************************************
            *  NO BROWSER: THE PAGE IS NOT TESTED. Install Chromium or Google Chrome,  *
            *  for example with apt-get install chromium.                              *
            ****************************************************************************
            """;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = launch();
        if (browser == null) {
            System.err.println(NONE);
        }
    }

    /** The browser; without one the calling test ends here, as skipped or, where {@code CI} is set, as failed. */
    Browser browser() {
        if (browser == null && System.getenv("CI") != null) {
            Assertions.fail("CI is set, and there is no browser to test the page with");
        }
        Assumptions.assumeTrue(browser != null, "no browser");
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** The system's browser, else the one that Playwright may have fetched some day, else null. */
    private Browser launch() {
        LaunchOptions options = new LaunchOptions().setArgs(FLAGS);
        onPath().ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            System.err.println(e.getMessage());
            return null;
        }
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
