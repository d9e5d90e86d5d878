package dev.quollama.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a frame has to hold beyond being of the right types. */
final class FrameRules {

    /** The form of RFC 9562; Java's own parser takes far more for a UUID. */
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Set<String> ROLES = Set.of("system", "user", "assistant", "tool");
    private static final Set<String> THINK_LEVELS = Set.of("low", "medium", "high", "max");

    /** Longer than any host, namespace, model and tag together may be in Ollama. */
    private static final int LONGEST_MODEL = 350;

    private FrameRules() {}

    /**
     * @throws Refusal with the first rule that the frame breaks
     */
    static void check(ClientFrame frame) {
        if (frame instanceof ClientFrame.Ping) {
            return;
        }
        if (frame.id() == null || !UUID_FORM.matcher(frame.id()).matches()) {
            throw Refusal.badFrame(frame.id(), "\"id\" has to be a UUID.");
        }
        if (frame instanceof ClientFrame.Ask ask) {
            check(ask);
        }
        if (frame instanceof ClientFrame.Resume resume && (resume.after() == null || resume.after() < 0)) {
            throw Refusal.badFrame(resume.id(), "\"after\" has to be a whole number from 0.");
        }
    }

    private static void check(ClientFrame.Ask ask) {
        require(ask, notBlank(ask.model()) && ask.model().length() <= LONGEST_MODEL, "\"model\" has to name a model.");
        require(ask, ask.messages() != null, "\"messages\" has to be a list.");
        for (int i = 0; i < ask.messages().size(); i++) {
            check(ask, ask.messages().get(i), "messages[" + i + "]");
        }
        require(
                ask,
                isThink(ask.think()),
                "\"think\" has to be true, false, \"low\", \"medium\", \"high\" or \"max\".");
        require(ask, isFormat(ask.format()), "\"format\" has to be \"json\" or a JSON schema.");
        if (ask.options() != null) {
            ask.options()
                    .forEach((name, value) -> ModelOptions.mistake(name, value).ifPresent(mistake -> {
                        throw Refusal.badFrame(ask.id(), mistake);
                    }));
        }
    }

    private static void check(ClientFrame.Ask ask, ClientFrame.Message message, String field) {
        require(ask, message != null, "\"" + field + "\" has to be an object.");
        require(
                ask,
                message.role() != null && ROLES.contains(message.role()),
                "\"" + field + ".role\" has to be system, user, assistant or tool.");
        List<String> images = message.images();
        require(
                ask,
                images == null || images.stream().allMatch(FrameRules::notBlank),
                "\"" + field + ".images\" has to be a list of base64 texts.");
    }

    private static void require(ClientFrame.Ask ask, boolean holds, String otherwise) {
        if (!holds) {
            throw Refusal.badFrame(ask.id(), otherwise);
        }
    }

    private static boolean notBlank(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isThink(JsonNode think) {
        return absent(think) || think.isBoolean() || think.isTextual() && THINK_LEVELS.contains(think.textValue());
    }

    private static boolean isFormat(JsonNode format) {
        return absent(format) || format.isObject() || format.isTextual() && "json".equals(format.textValue());
    }

    private static boolean absent(JsonNode node) {
        return node == null || node.isNull();
    }
}
