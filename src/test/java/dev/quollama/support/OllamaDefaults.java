package dev.quollama.support;

import static dev.quollama.support.OllamaSteps.json;

import java.util.Map;

/** What a {@link ScriptedOllama} says as long as no test says otherwise. */
final class OllamaDefaults {

    static final Script NOT_FOUND = WireSteps.respond(404, "text/plain", "404 page not found");

    private static final String TAGS = """
            {"models":[%s,%s,%s]}""".formatted(
                    model("llama3.2:latest", "llama", "3.2B", 131072, "\"completion\",\"tools\""),
                    model("qwen3:4b", "qwen3", "4.0B", 40960, "\"completion\",\"tools\",\"thinking\""),
                    model("llava:7b", "llama", "7B", 32768, "\"vision\",\"completion\""));

    private static final String SHOW = """
            {"parameters":"temperature                    0.6","template":"{{ .Prompt }}",\
            "details":{"parent_model":"","format":"gguf","family":"llama","families":["llama"],\
            "parameter_size":"3.2B","quantization_level":"Q4_K_M"},\
            "model_info":{"general.architecture":"llama","llama.context_length":131072},\
            "capabilities":["completion","tools"],"modified_at":"2026-11-22T09:49:51.077342972Z"}""";

    private OllamaDefaults() {}

    static Map<String, Script> handlers() {
        return Map.of(
                "GET /", WireSteps.respond(200, "text/plain; charset=utf-8", "Ollama is running"),
                "GET /api/version", json("{\"version\":\"0.32.15\"}"),
                "GET /api/tags", json(TAGS),
                "GET /api/ps", json("{\"models\":[]}"),
                "POST /api/show", json(SHOW),
                "POST /api/chat", OllamaSteps.answer("Hello", " from", " a", " script"));
    }

    private static String model(String name, String family, String size, int context, String capabilities) {
        return """
                {"name":"%s","model":"%s","modified_at":"2026-11-22T10:23:30.547720345Z","size":2019393189,\
                "digest":"030c37a8979d1ed8d4114360985ea28c9912f82ad84ba2a851bba5fb4ddef3f7",\
                "details":{"parent_model":"","format":"gguf","family":"%s","families":["%s"],\
                "parameter_size":"%s","quantization_level":"Q4_K_M","context_length":%d,"embedding_length":3072},\
                "capabilities":[%s]}""".formatted(name, name, family, family, size, context, capabilities);
    }
}
