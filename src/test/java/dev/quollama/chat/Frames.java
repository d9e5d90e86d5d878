package dev.quollama.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Frames of {@code /chat} as a client understands them: in order for each answer, and with texts that follow each other put together,
 * since how they were cut means nothing.
 */
final class Frames {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean withWaiting;
    private final Map<String, List<ObjectNode>> byAnswer = new TreeMap<>();
    private final Map<String, Integer> leftOut = new HashMap<>();

    /**
     * @param withWaiting whether frames that say what an answer waits for count; else the others are numbered as if there were none
     */
    Frames(boolean withWaiting) {
        this.withWaiting = withWaiting;
    }

    static boolean isWaiting(String text) {
        return text.startsWith("{\"type\":\"waiting\"");
    }

    void add(String text) {
        ObjectNode frame = read(text);
        String id = frame.path("id").asText();
        if (!withWaiting && isWaiting(text)) {
            leftOut.merge(id, 1, Integer::sum);
            return;
        }
        if (frame.has("seq")) {
            frame.put("seq", frame.get("seq").intValue() - leftOut.getOrDefault(id, 0));
        }
        List<ObjectNode> sameAnswer = byAnswer.computeIfAbsent(id, ignored -> new ArrayList<>());
        ObjectNode last = sameAnswer.isEmpty() ? null : sameAnswer.get(sameAnswer.size() - 1);
        if (last != null && isDelta(last) && isDelta(frame)) {
            last.set("seq", frame.get("seq"));
            join(last, frame, "thinking");
            join(last, frame, "content");
        } else {
            sameAnswer.add(frame);
        }
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    private static boolean isDelta(ObjectNode frame) {
        return frame.path("type").asText().equals("delta");
    }

    private static void join(ObjectNode last, ObjectNode next, String field) {
        if (next.has(field)) {
            last.put(field, last.path(field).asText() + next.get(field).asText());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frames frames && byAnswer.equals(frames.byAnswer);
    }

    @Override
    public int hashCode() {
        return byAnswer.hashCode();
    }

    @Override
    public String toString() {
        return byAnswer.toString();
    }
}
