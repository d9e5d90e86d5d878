package dev.quollama.chat;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.until;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.quollama.generation.Generations;
import dev.quollama.support.Exchange;
import dev.quollama.support.Gate;
import dev.quollama.support.RawWebSocket;
import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import dev.quollama.support.ScriptedOllamaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks, and whenever it does: what the reader ends up with, what Ollama saw, and what is left of it. */
@QuarkusTest
@TestProfile(FaultMatrixTest.OneAtATime.class)
@WithTestResource(ScriptedOllamaResource.class)
class FaultMatrixTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String MINE = "quollama-owner=AAAAAAAAAAAAAAAAAAAAAA";
    private static final String SOMEBODY_ELSES = "quollama-owner=BBBBBBBBBBBBBBBBBBBBBB";
    private static final List<String> PIECES = List.of("one ", "two ", "three ", "four");

    /** How far an answer has come, and how many pieces of it have. */
    enum Phase {
        QUEUED(0),
        LOADING(0),
        AT_THE_FIRST_TOKEN(1),
        IN_MID_ANSWER(3),
        JUST_FINISHED(4);

        private final int pieces;

        Phase(int pieces) {
            this.pieces = pieces;
        }
    }

    private final String id = UUID.randomUUID().toString();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Gate gate = new Gate();
    private ChatClient blocker;
    private String blockerId;
    private ChatClient page;
    private final StringBuilder text = new StringBuilder();

    ScriptedOllama ollama;

    @Inject
    Generations generations;

    @TestHTTPResource("/chat")
    URI chat;

    @BeforeEach
    void freshOllama() throws Exception {
        ollama.reset();
        await().atMost(PATIENCE).until(() -> generations.unfinished() == 0);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        await().atMost(PATIENCE).until(() -> generations.unfinished() == 0 && ollama.openConnections() == 0);
    }

    static Stream<Arguments> readerFaults() {
        return Arrays.stream(ReaderFault.values())
                .flatMap(fault -> Arrays.stream(Phase.values()).map(phase -> Arguments.of(fault, phase)));
    }

    static Stream<Arguments> upstreamFaults() {
        return Arrays.stream(UpstreamFault.values())
                .flatMap(fault -> Arrays.stream(Phase.values()).map(phase -> Arguments.of(fault, phase)));
    }

    @ParameterizedTest(name = "{0} while {1}: the reader has the whole answer, Ollama was asked once and not cut off")
    @MethodSource("readerFaults")
    void theReaderFails(ReaderFault fault, Phase phase) throws Exception {
        List<Script> steps = new ArrayList<>();
        for (int i = 0; i < PIECES.size(); i++) {
            if (i == phase.pieces) {
                steps.add(until(gate));
            }
            steps.add(content(PIECES.get(i)));
        }
        steps.add(done());
        Exchange exchange = begin(phase, Script.of(steps.toArray(Script[]::new)));
        ChatClient back = fault.strike(page, () -> open(MINE));
        release(phase);
        if (phase == Phase.JUST_FINISHED) {
            // There is no later event; what can be asked for is everything again.
            text.setLength(0);
            back.resume(id, 0);
        } else if (back != page) {
            back.resume(id, page.lastSeq());
        }
        text.append(back.textUntilEnd(id));
        assertEquals("done", back.last().path("type").textValue());
        assertEquals(String.join("", PIECES), text.toString());
        Exchange asked = exchange != null ? exchange : ollama.takeChat();
        asked.played().get(PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    @ParameterizedTest(name = "{0} while {1}: the text so far stays, with a reason")
    @MethodSource("upstreamFaults")
    void ollamaFails(UpstreamFault fault, Phase phase) throws Exception {
        List<Script> steps = new ArrayList<>();
        PIECES.subList(0, phase.pieces).forEach(piece -> steps.add(content(piece)));
        steps.add(phase == Phase.JUST_FINISHED ? done() : until(gate));
        steps.add(fault.script());
        begin(phase, Script.of(steps.toArray(Script[]::new)));
        release(phase);
        if (phase == Phase.JUST_FINISHED) {
            assertEquals("done", page.last().path("type").textValue());
        } else {
            text.append(page.textUntilEnd(id));
            assertEquals("failed", page.last().path("type").textValue());
            assertEquals(fault.code(), page.last().path("code").textValue());
            assertFalse(page.last().path("message").textValue().isBlank());
        }
        assertEquals(String.join("", PIECES.subList(0, phase.pieces)), text.toString());
    }

    @Test
    void whatIsKeptIsForgottenInTime() throws Exception {
        begin(Phase.JUST_FINISHED, answer("a"));
        await().atMost(PATIENCE).until(() -> generations.known() == 0);
        page.resume(id, 0);
        assertEquals("gone", page.next().path("code").textValue());
    }

    /** Brings an answer to its phase; returns its exchange with Ollama, unless it is not asked yet. */
    private Exchange begin(Phase phase, Script script) throws Exception {
        if (phase == Phase.QUEUED) {
            blocker = open(SOMEBODY_ELSES);
            blockerId = UUID.randomUUID().toString();
            ollama.enqueue(Script.of(content("x"), hang()));
            blocker.ask(blockerId, "hi");
            blocker.nextOf(blockerId, "delta");
            ollama.takeChat();
        }
        ollama.enqueue(script);
        page = open(MINE);
        page.ask(id, "hi");
        if (phase == Phase.QUEUED) {
            assertEquals("queued", page.nextOf(id, "waiting").path("phase").textValue());
            return null;
        }
        Exchange exchange = ollama.takeChat();
        if (phase == Phase.JUST_FINISHED) {
            text.append(page.textUntilEnd(id));
        }
        while (phase != Phase.JUST_FINISHED
                && text.length()
                        < String.join("", PIECES.subList(0, phase.pieces)).length()) {
            text.append(page.nextOf(id, "delta").path("content").textValue());
        }
        return exchange;
    }

    private void release(Phase phase) throws Exception {
        gate.open();
        if (phase == Phase.QUEUED) {
            blocker.stop(blockerId);
        }
    }

    private ChatClient open(String cookie) throws IOException {
        ChatClient client =
                ChatClient.over(RawWebSocket.to(chat).header("Cookie", cookie).connect());
        open.add(client);
        return client;
    }

    /** One answer at a time, so that the next one is queued; and no patience, so that silence is noticed. */
    public static final class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quollama.generation.max-running", "1",
                    "quollama.generation.retention", "2s",
                    "quollama.ollama.first-token", "1500ms",
                    "quollama.ollama.silence", "1500ms");
        }
    }
}
