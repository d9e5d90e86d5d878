package dev.quollama.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void aPlainTextIsSaidAsItIs() {
        assertEquals(new Script(null, "Hi.\n\nBye.", null), Script.parse("Hi.\n\nBye.\n"));
    }

    @Test
    void thinkingStandsInFront() {
        assertEquals(new Script("Hm.", "Hi.", null), Script.parse("<think>\nHm.\n</think>\nHi.\n"));
    }

    @Test
    void theFailureStandsAtTheEnd() {
        assertEquals(new Script(null, "Hi, I", "Gone."), Script.parse("Hi, I\n\n<error>Gone.</error>\n"));
    }
}
