package dev.quollama.chat;

import static dev.quollama.support.OllamaSteps.answer;
import static dev.quollama.support.OllamaSteps.content;
import static dev.quollama.support.OllamaSteps.done;
import static dev.quollama.support.OllamaSteps.errorLine;
import static dev.quollama.support.OllamaSteps.failure;
import static dev.quollama.support.OllamaSteps.json;
import static dev.quollama.support.OllamaSteps.thinking;
import static dev.quollama.support.WireSteps.hang;
import static dev.quollama.support.WireSteps.reset;

import dev.quollama.support.Script;
import dev.quollama.support.ScriptedOllama;
import java.io.IOException;
import java.util.Map;

/** What Ollama does in the examples of docs/protocol.md, by the words that they have for it. */
final class ExampleOllama {

    private static final String NO_ROOM = "{\"error\":{\"code\":400,\"message\":\"request (15019 tokens) exceeds the"
            + " available context size (512 tokens), try increasing it\",\"type\":\"exceed_context_size_error\"}}";

    /** How it answers each chat. */
    private static final Map<String, Script> CHATS = Map.ofEntries(
            Map.entry("answers", answer("Hello", "! How can", " I help?")),
            Map.entry(
                    "thinks-until-the-limit",
                    Script.of(thinking("7 times", " 13."), content("It is", " 7 times"), done("length"))),
            Map.entry("says-a-little", Script.of(content("Once", " upon"), hang())),
            Map.entry("says-nothing", hang()),
            Map.entry("lacks-the-model", failure(404, "model 'llama3.3' not found")),
            Map.entry("cannot-think", failure(400, "\"llama3.2\" does not support thinking")),
            Map.entry("has-no-room", failure(400, NO_ROOM)),
            Map.entry("is-busy", failure(503, "server busy, please try again.  maximum pending requests exceeded")),
            Map.entry("breaks-off", Script.of(content("Once"), reset())),
            Map.entry(
                    "reports-an-error",
                    Script.of(
                            content("Once"),
                            errorLine("an error was encountered while running the model: unexpected EOF"))));

    private ExampleOllama() {}

    static void prepare(ScriptedOllama ollama, String word) throws IOException {
        ollama.reset();
        switch (word) {
            case "is-down" -> ollama.goDown();
            case "has-no-models" -> ollama.on("GET", "/api/tags", json("{\"models\":[]}"));
            default -> ollama.on("POST", "/api/chat", CHATS.get(word));
        }
    }
}
