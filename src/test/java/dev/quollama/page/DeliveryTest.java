package dev.quollama.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How the page comes to the browser: from where, how much of it, and that only its own scripts run. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class DeliveryTest extends BrowserTest {

    private static final long BUDGET_BYTES = 150 * 1024;

    @Test
    void thePageWorksAtItsOldAddressToo() {
        ChatPage chat = browser.open(address.resolve("/static/index.html"), desktop());
        chat.askAndWait("hi");
        assertThat(chat.text()).hasText("Hello from a script");
        assertTrue(chat.page().url().endsWith("/static/index.html"));
    }

    @Test
    void aScriptThatIsNotThePagesOwnDoesNotRun() {
        ChatPage chat = open();
        chat.watch().expect("TrustedScript");
        chat.page().evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.append('window.hit = 1');
                  try { document.head.append(script); } catch {}
                }""");
        assertEquals(true, chat.page().evaluate("window.hit === undefined"));
    }

    @Test
    void thePageIsLightEnoughToStartAtOnce() {
        ChatPage chat = open();
        // From nothing: what the first opening left behind is not to be counted.
        chat.page().navigate("about:blank");
        CDPSession devtools = chat.page().context().newCDPSession(chat.page());
        Map<String, Long> transfers = transfersFrom(devtools);
        JsonObject without = new JsonObject();
        without.addProperty("cacheDisabled", true);
        devtools.send("Network.enable");
        devtools.send("Network.setCacheDisabled", without);

        chat.page().navigate(address.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        assertThat(chat.message()).isFocused();
        assertThat(chat.picker()).hasText("llama3.2");
        long bytes = transfers.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(transfers.size() > 10, "it is made of several files: " + transfers);
        assertTrue(bytes <= BUDGET_BYTES, bytes + " bytes: " + transfers);
    }

    /** Fills with each address and the bytes that came from it, head and all, as they come. */
    private static Map<String, Long> transfersFrom(CDPSession devtools) {
        Map<String, String> addresses = new HashMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        devtools.on(
                "Network.requestWillBeSent",
                event -> addresses.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("request").get("url").getAsString()));
        devtools.on(
                "Network.loadingFinished",
                event -> bytes.merge(
                        addresses.getOrDefault(event.get("requestId").getAsString(), "?"),
                        event.get("encodedDataLength").getAsLong(),
                        Long::sum));
        return bytes;
    }
}
