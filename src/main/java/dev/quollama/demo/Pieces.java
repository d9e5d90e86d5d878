package dev.quollama.demo;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts a text into pieces as models do: words with the space before them, Chinese by two characters. */
final class Pieces {

    // Made of whole grapheme clusters (\X), so no accent, flag or joined emoji is ever torn. Words are cut at twelve,
    // for
    // the sake of pasted addresses and keys. The last alternative is white space at the end.
    private static final Pattern PIECE = Pattern.compile(
            "\\s*(?:(?:(?=\\p{IsHan})\\X){1,2}|(?:(?=[\\p{L}\\p{N}&&[^\\p{IsHan}]])\\X){1,12}|\\X)|\\s+");

    private Pieces() {}

    /** @param text null for none */
    static Stream<String> of(String text) {
        return text == null ? Stream.empty() : PIECE.matcher(text).results().map(MatchResult::group);
    }
}
