package dev.quollama.demo;

import dev.quollama.ollama.ChatMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the demo model makes of the messages it is sent: they are all its memory. */
final class Conversation {

    private static final String INTRODUCING =
            "(?:(?i:my name is|i am called|i'm called)\\s+|(?i:call me)\\s+(?=\\p{Lu})|我叫|叫我|我的名字[是叫])";
    private static final String NO_NAME = "(?!什么|啥|(?i:not)\\b)";
    private static final String CHINESE_NAME = "[\\p{IsHan}·]{1,6}?(?=\\P{IsHan}|$|[吧呀啊就])";
    // A first name may be in small letters; what follows counts as part of the name only with a capital.
    private static final String OTHER_NAME =
            "[\\p{L}&&[^\\p{IsHan}]][\\p{L}\\p{M}'’-]{0,30}(?: \\p{Lu}[\\p{L}\\p{M}'’-]{0,30}){0,2}";

    /** A person's giving their name; the name is the only group. */
    static final Pattern NAME = Pattern.compile(INTRODUCING + NO_NAME + "(" + CHINESE_NAME + "|" + OTHER_NAME + ")");

    // Long enough for any request, so that a pasted book is neither searched for one nor sent back.
    private static final int READ = 500;
    private static final Pattern EXCERPT = Pattern.compile("\\X{0,160}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final List<ChatMessage> messages;
    private final List<String> said;

    /** @param messages oldest first */
    Conversation(List<ChatMessage> messages) {
        this.messages = messages;
        this.said = messages.stream()
                .filter(message -> "user".equals(message.role()))
                .map(message -> beginning(message.content()))
                .toList();
    }

    /** What the last message is about. */
    Topic topic() {
        Topic topic = Topic.of(last());
        return topic == Topic.NAME && name().isEmpty() ? Topic.NAME_UNKNOWN : topic;
    }

    /** The language of the last message that is in words. */
    Language language() {
        return backwards()
                .filter(text -> LETTER.matcher(text).find())
                .findFirst()
                .map(Language::of)
                .orElse(Language.EN);
    }

    /** What answers may speak of, by the names that their texts use. */
    Map<String, String> facts() {
        return Map.of(
                "last", excerpt(last()),
                "first", excerpt(said.isEmpty() ? "" : said.get(0)),
                "name", name().orElse(""),
                "turns", String.valueOf(said.size()));
    }

    /** The size of all messages, roughly, in tokens. */
    int tokens() {
        // Four letters of English to a token; a Chinese character is most of one.
        long quarters = messages.stream()
                .filter(message -> message.content() != null)
                .flatMapToInt(message -> message.content().codePoints())
                .mapToLong(character -> character < 128 ? 1 : 3)
                .sum();
        return Math.toIntExact(quarters / 4 + 1);
    }

    private String last() {
        return backwards().findFirst().orElse("");
    }

    /** The name that was given last. */
    private Optional<String> name() {
        return backwards()
                .map(NAME::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private Stream<String> backwards() {
        return IntStream.rangeClosed(1, said.size()).mapToObj(back -> said.get(said.size() - back));
    }

    private static String beginning(String text) {
        String words = text == null ? "" : text.strip();
        return words.codePoints()
                .limit(READ)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One line of the text, cut where it grows too long to quote. */
    private static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ");
        Matcher start = EXCERPT.matcher(line);
        return start.lookingAt() && start.end() < line.length() ? start.group() + "…" : line;
    }
}
