package dev.quollama.demo;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prepared answer.
 *
 * @param thinking what is thought first, or null
 * @param content what is said
 * @param failure the sentence with which the answer breaks off, or null when it ends well
 */
record Script(String thinking, String content, String failure) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:<think>(?<thinking>.*?)</think>)?(?<content>.*?)(?:<error>(?<failure>.*?)</error>\\s*)?",
            Pattern.DOTALL);

    /** Reads a text that may begin with {@code <think>…</think>} and may end with {@code <error>…</error>}. */
    static Script parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a script: " + text);
        }
        return new Script(form.group("thinking"), form.group("content"), form.group("failure")).map(String::strip);
    }

    /** The same script with each of its texts changed. */
    Script map(UnaryOperator<String> change) {
        return new Script(
                thinking == null ? null : change.apply(thinking),
                change.apply(content),
                failure == null ? null : change.apply(failure));
    }

    /** The same script with other thinking before it. */
    Script withThinking(String other) {
        return new Script(other, content, failure);
    }
}
