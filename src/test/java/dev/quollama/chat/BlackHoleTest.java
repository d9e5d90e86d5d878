package dev.quollama.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.generation.Generations;
import dev.quollama.support.UnansweredPort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ollama's address swallows every packet, as behind a firewall. */
@QuarkusTest
@WithTestResource(BlackHoleTest.BlackHole.class)
class BlackHoleTest {

    private final String id = UUID.randomUUID().toString();

    @Inject
    Generations generations;

    @TestHTTPResource("/chat")
    URI chat;

    private ChatClient page;

    @BeforeEach
    void openPage() throws Exception {
        page = ChatClient.open(chat);
    }

    @AfterEach
    void closePage() throws Exception {
        page.close();
    }

    @Test
    void stopWorksWhileTheConnectionIsStillBeingMade() throws Exception {
        page.ask(id, "hi");
        page.stop(id);
        assertEquals("stopped", page.nextOf(id, "stopped").path("type").textValue());
        assertEquals(0, generations.unfinished());
    }

    @Test
    void aConnectionThatIsNotMadeInTimeIsSaidSo() throws Exception {
        page.ask(id, "hi");
        assertEquals(
                "ollama-unreachable", page.nextOf(id, "failed").path("code").textValue());
    }

    /** An address that neither takes nor refuses a connection. */
    public static final class BlackHole implements QuarkusTestResourceLifecycleManager {

        private UnansweredPort port;

        @Override
        public Map<String, String> start() {
            try {
                port = UnansweredPort.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("quollama.ollama.url", port.uri().toString());
        }

        @Override
        public void stop() {
            try {
                port.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
