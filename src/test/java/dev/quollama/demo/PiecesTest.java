package dev.quollama.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    @Test
    void wordsCarryTheSpaceBeforeThem() {
        assertEquals(List.of("Hello", ",", " big", " world", "!"), pieces("Hello, big world!"));
    }

    @Test
    void chineseComesTwoCharactersAtATime() {
        assertEquals(List.of("你好", "世", "，", "再见"), pieces("你好世，再见"));
    }

    @Test
    void aWordWithoutAnEndIsCut() {
        assertEquals(List.of("aaaaaaaaaaaa", "aaa"), pieces("a".repeat(15)));
    }

    @Test
    void whatLooksLikeOneCharacterStaysWhole() {
        assertEquals(List.of("👩‍🚀", "🇫🇷", "👍🏽", "e\u0301"), pieces("👩‍🚀🇫🇷👍🏽e\u0301"));
        assertEquals(List.of("aaaaaaaaaaae\u0301", "b"), pieces("a".repeat(11) + "e\u0301b"));
        assertEquals(List.of("葛\uDB40\uDD00城", "市"), pieces("葛\uDB40\uDD00城市"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "  two  spaces  ", "line\r\n\r\n```java\n  x\n```\n", "\uD800lone", "ที่ क्‍ष 한국어"})
    void thePiecesMakeUpTheText(String text) {
        assertEquals(text, String.join("", pieces(text)));
    }

    @Test
    void noTextHasNoPieces() {
        assertEquals(List.of(), Pieces.of(null).toList());
    }

    private static List<String> pieces(String text) {
        return Pieces.of(text).toList();
    }
}
