package dev.quollama.support;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The JSON of an answer's lines: fields, their order and the escapes as Ollama's Go writes them. No line has its end. */
public final class OllamaLines {

    private OllamaLines() {}

    public static String content(String model, String text) {
        return start(model) + "\"message\":{\"role\":\"assistant\",\"content\":" + string(text) + "},\"done\":false}";
    }

    public static String thinking(String model, String text) {
        return start(model) + "\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":" + string(text)
                + "},\"done\":false}";
    }

    /** The last line; only the number of tokens is the answer's own, the times are always the same. */
    public static String done(String model, String reason, int tokens) {
        return start(model) + "\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":"
                + string(reason) + ",\"total_duration\":425106129,\"load_duration\":260150131"
                + ",\"prompt_eval_count\":27,\"prompt_eval_duration\":160875000"
                + (tokens == 0 ? "" : ",\"eval_count\":" + tokens + ",\"eval_duration\":" + tokens * 20_000_000L)
                + "}";
    }

    public static String error(String message) {
        return "{\"error\":" + string(message) + "}";
    }

    /** A string with its quotes, with {@code <}, {@code >}, {@code &} and the two line separators escaped as Go does. */
    public static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(escaped((char) c)));
        return json.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '<', '>', '&', '\u2028', '\u2029' -> String.format("\\u%04x", (int) c);
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    private static String start(String model) {
        // Go cuts the trailing zeros of the fraction, and so does this format.
        String now = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC));
        return "{\"model\":" + string(model) + ",\"created_at\":\"" + now + "\",";
    }
}
