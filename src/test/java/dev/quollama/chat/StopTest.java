package dev.quollama.chat;

import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.endless;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.piece;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.generation.Generations;
import dev.quollama.support.Exchange;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stop is told to Ollama, whatever it is doing; how fast is for the benchmark to say. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class StopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What Ollama is doing, and whether the page has heard of it. */
    enum Phase {
        LOADING(Script.of(hang()), false),
        BETWEEN_TOKENS(Script.of(content("a"), hang()), true),
        IN_MID_LINE(Script.of(content("a"), piece("{\"model\":\"tiny\",\"mess"), hang()), true),
        TALKING(Script.of(endless(Duration.ofMillis(5))), true);

        private final Script script;
        private final boolean heard;

        Phase(Script script, boolean heard) {
            this.script = script;
            this.heard = heard;
        }
    }

    private final String id = UUID.randomUUID().toString();

    ScriptedOllama ollama;

    @Inject
    Generations generations;

    @TestHTTPResource("/chat")
    URI chat;

    private ChatClient page;

    @BeforeEach
    void openPage() throws Exception {
        ollama.reset();
        page = ChatClient.open(chat);
    }

    @AfterEach
    void closePage() throws Exception {
        page.close();
    }

    @ParameterizedTest(name = "stop while {0}")
    @EnumSource
    void stopClosesOllamasConnection(Phase phase) throws Exception {
        ollama.enqueue(phase.script);
        page.ask(id, "hi");
        Exchange exchange = ollama.takeChat();
        if (phase.heard) {
            page.nextOf(id, "delta");
        }
        page.stop(id);
        page.nextOf(id, "stopped");
        exchange.awaitPeerGone(PATIENCE);
        assertEquals(0, generations.unfinished());
    }

    @Test
    void aStopThatOvertakesTheConnectionLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 50; i++) {
            String quick = UUID.randomUUID().toString();
            ollama.enqueue(Script.of(hang()));
            page.ask(quick, "hi");
            page.stop(quick);
            page.nextOf(quick, "stopped");
        }
        await().atMost(PATIENCE).until(() -> ollama.openConnections() == 0);
    }
}
