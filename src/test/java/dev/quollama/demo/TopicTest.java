package dev.quollama.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hi!                                   | HELLO
                    hey, who are you?                     | HELLO
                    What can you do?                      | HELP
                    你会什么                              | HELP
                    How long is a day?                    | OTHER
                    What do you think of chips?           | OTHER
                    用Java写一段                          | CODE
                    Show me Python                        | CODE
                    Tell me a story                       | LONG
                    a long text about errors              | LONG
                    a comfortable chair                   | OTHER
                    this is behind the shed               | OTHER
                    show a table in markdown              | TABLE
                    2x = 4 is an equation                 | MATHS
                    How many messages did I write?        | TURNS
                    what was the first thing I asked you? | FIRST
                    Hello, my name is Ada                 | INTRODUCTION
                    My name is not important              | OTHER
                    what's my name                        | NAME
                    今天天气怎么样                        | OTHER
                    """)
    void aMessageLeadsToItsTopic(String message, Topic topic) {
        assertEquals(topic, Topic.of(message));
    }
}
