package dev.quollama.bench;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer of the fake is to be like. It travels to the fake as the prompt, so that it gets there through Quollama too.
 *
 * @param tokens how many tokens the answer has
 * @param perSecond how many of them a second; only for {@link Kind#PACED}
 * @param tokenBytes the text of a token, at least {@link TokenLine#SMALLEST_TOKEN} bytes
 */
record AnswerPlan(Kind kind, int tokens, int perSecond, int tokenBytes) {

    private static final Pattern PROMPT = Pattern.compile("bench ([A-Z_]+) (\\d+) (\\d+) (\\d+) ([0-9a-f-]{36})");

    /** How the tokens come. */
    enum Kind {
        /** At a steady rate. */
        PACED,
        /** As fast as they are taken, each in a write of its own. */
        ONE_BY_ONE,
        /** As fast as they are taken, many to a write. */
        FLOOD,
        /** Never: not even headers. */
        MUTE,
        /** A few, then silence. */
        SILENT,
        /** A few and the first half of the next line, then silence. */
        MID_LINE
    }

    /** A plan together with the id of the answer that is to follow it. */
    record Tagged(AnswerPlan plan, UUID tag) {}

    static AnswerPlan paced(int tokens, int perSecond) {
        return new AnswerPlan(Kind.PACED, tokens, perSecond, TokenLine.SMALLEST_TOKEN);
    }

    static AnswerPlan of(Kind kind, int tokens) {
        return new AnswerPlan(kind, tokens, 1, TokenLine.SMALLEST_TOKEN);
    }

    /** The prompt that asks for it. */
    String prompt(UUID tag) {
        return "bench %s %d %d %d %s".formatted(kind, tokens, perSecond, tokenBytes, tag);
    }

    /** Finds a plan in the body of a request. */
    static Tagged parse(String body) {
        Matcher found = PROMPT.matcher(body);
        if (!found.find()) {
            throw new IllegalArgumentException("no plan in " + body);
        }
        AnswerPlan plan = new AnswerPlan(
                Kind.valueOf(found.group(1)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3)),
                Integer.parseInt(found.group(4)));
        return new Tagged(plan, UUID.fromString(found.group(5)));
    }
}
