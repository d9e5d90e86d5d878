package dev.quollama.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prepared answers: {@code demo/<language>/<topic>.md} on the class path, read once. */
final class Scripts {

    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    private final Map<Language, Map<Topic, Script>> answers = new EnumMap<>(Language.class);
    private final Map<Language, String> thoughts = new EnumMap<>(Language.class);

    Scripts() {
        for (Language language : Language.values()) {
            Map<Topic, Script> inLanguage = new EnumMap<>(Topic.class);
            for (Topic topic : Topic.values()) {
                inLanguage.put(topic, Script.parse(read(language, topic.name())));
            }
            answers.put(language, inLanguage);
            thoughts.put(language, read(language, "THOUGHT").strip());
        }
    }

    /** The answer to a conversation's last message, in that message's language. */
    Script answer(Conversation conversation, Thinking thinking) {
        Language language = conversation.language();
        Script script = answers.get(language).get(conversation.topic());
        Script withThinking = switch (thinking) {
            case OFF -> script.withThinking(null);
            case AS_WRITTEN -> script;
            case ON -> script.thinking() == null ? script.withThinking(thoughts.get(language)) : script;
        };
        Map<String, String> facts = conversation.facts();
        return withThinking.map(text -> fill(text, facts));
    }

    /** Fills all blanks in one pass, so that braces in what the person wrote stay what they are. */
    private static String fill(String text, Map<String, String> facts) {
        return BLANK.matcher(text).replaceAll(blank -> Matcher.quoteReplacement(facts.get(blank.group(1))));
    }

    private static String read(Language language, String name) {
        String path =
                "/demo/%s/%s.md".formatted(language, name.replace('_', '-')).toLowerCase(Locale.ROOT);
        try (InputStream text = Scripts.class.getResourceAsStream(path)) {
            Objects.requireNonNull(text, path);
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }
}
