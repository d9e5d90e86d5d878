package dev.quollama.chat;

import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quollama.support.Gate;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames that are too large, too many or in pieces, beside an answer that goes on unharmed. */
@QuarkusTest
@WithTestResource(ScriptedOllamaResource.class)
class FrameFloodTest {

    private static final int LIMIT = 16 << 20;

    private final String id = UUID.randomUUID().toString();
    private final Gate gate = new Gate();

    ScriptedOllama ollama;

    @TestHTTPResource("/chat")
    URI chat;

    private ChatClient page;
    private ChatClient offender;

    @BeforeEach
    void anAnswerIsRunning() throws Exception {
        ollama.reset();
        ollama.enqueue(Script.of(content("a"), until(gate), content("b"), done()));
        page = ChatClient.open(chat);
        page.ask(id, "hi");
        page.nextOf(id, "delta");
        offender = ChatClient.open(chat);
    }

    @AfterEach
    void itIsUnharmed() throws Exception {
        gate.open();
        assertEquals("b", page.textUntilEnd(id));
        page.close();
        offender.close();
    }

    @Test
    void aFrameOverTheLimitIsRefusedAndTheSocketStaysOpen() throws Exception {
        offender.send("x".repeat(LIMIT + 1));
        assertEquals("too-large", offender.next().path("code").textValue());
        offender.send("{\"type\":\"ping\"}");
        assertEquals("pong", offender.next().path("type").textValue());
    }

    @Test
    void anImageOfTenMegabytesFits() throws Exception {
        ollama.enqueue(Script.of(content("a cat"), done()));
        String another = UUID.randomUUID().toString();
        offender.send("{\"type\":\"ask\",\"id\":\"" + another
                + "\",\"model\":\"tiny\",\"messages\":[{\"role\":\"user\",\"content\":\"what?\",\"images\":[\""
                + "A".repeat(10 << 20) + "\"]}]}");
        assertEquals("a cat", offender.textUntilEnd(another));
    }

    @Test
    void aThousandBadFramesAreRefusedOneByOne() throws Exception {
        for (int i = 0; i < 1000; i++) {
            offender.send("{\"type\":\"sing\",\"id\":\"" + i + "\"}");
        }
        for (int i = 0; i < 1000; i++) {
            assertEquals(String.valueOf(i), offender.next().path("id").textValue());
            assertEquals("bad-frame", offender.last().path("code").textValue());
        }
    }

    @Test
    void aFrameInPiecesIsOneFrame() throws Exception {
        offender.socket().sendFragments("{\"ty", "pe\":\"pi", "ng\"}");
        assertEquals("pong", offender.next().path("type").textValue());
    }
}
