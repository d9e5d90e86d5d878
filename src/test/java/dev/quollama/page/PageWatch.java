package dev.quollama.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Notes what no test may cause: complaints in the console, uncaught errors, requests to another host. */
final class PageWatch {

    private static final Set<String> COMPLAINTS = Set.of("error", "warning");

    private final List<String> problems = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final String home;
    private boolean consoleMatters = true;

    PageWatch(BrowserContext context, URI address) {
        home = address.getAuthority();
        context.onConsoleMessage(this::said);
        context.onWebError(error -> problems.add("uncaught: " + error.error()));
        context.onRequest(request -> requested(request.url()));
        context.onPage(page -> page.onWebSocket(socket -> requested(socket.url())));
    }

    /** Lets complaints with these words pass: what the browser itself says about a server that the test took away. */
    void expect(String words) {
        expected.add(words);
    }

    /** For a tool that the page's own policy gets in the way of. */
    void ignoreConsole() {
        consoleMatters = false;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private void said(ConsoleMessage message) {
        boolean complaint = consoleMatters
                && COMPLAINTS.contains(message.type())
                && expected.stream().noneMatch(message.text()::contains);
        if (complaint) {
            problems.add("console " + message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    private void requested(String url) {
        // data: and blob: stay inside the browser.
        boolean elsewhere = url.matches("(?:http|ws)s?://.*")
                && !home.equals(URI.create(url).getAuthority());
        if (elsewhere) {
            problems.add("request to another host: " + url);
        }
    }
}
