package dev.quollama.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quollama.ollama.ChatMessage;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo model says. */
class DemoAnswersTest {

    private static final Pattern SUGGESTION = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"hello", "what are you?", "help", "What is the capital of France?"})
    void itSaysThatItIsNoLanguageModel(String message) {
        assertTrue(Ask.user(message).answer().contains("not a language model"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "你是谁？", "帮助", "法国的首都是哪里？"})
    void itSaysSoInChineseToo(String message) {
        assertTrue(Ask.user(message).answer().contains("不是语言模型"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "帮助"})
    void everySuggestionOfTheHelpIsUnderstood(String help) {
        List<String> suggestions = suggestions(Ask.user(help).answer());
        assertTrue(suggestions.size() > 10);
        for (String suggestion : suggestions) {
            assertNotEquals(Topic.OTHER, Topic.of(suggestion), suggestion);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "帮助"})
    void theHelpLeadsToEveryShow(String help) {
        List<Topic> offered =
                suggestions(Ask.user(help).answer()).stream().map(Topic::of).toList();
        Stream.of(Topic.LONG, Topic.CODE, Topic.TABLE, Topic.MATHS, Topic.THINKING, Topic.ERROR, Topic.MARKDOWN)
                .forEach(topic -> assertTrue(offered.contains(topic), topic.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"write a long text", "写一篇长文"})
    void aLongTextIsLong(String message) {
        assertTrue(Ask.user(message).chunks().size() > 600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show me some code", "给我看看代码"})
    void codeComesInSeveralLanguages(String message) {
        String answer = Ask.user(message).answer();
        Stream.of("```java\n", "```python\n", "```javascript\n", "```rust\n", "```sql\n", "```bash\n")
                .forEach(fence -> assertTrue(answer.contains(fence), fence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"make a table", "画一个表格"})
    void aTableHasAlignedColumns(String message) {
        assertTrue(Ask.user(message).answer().contains("-: |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"write some maths", "写几个数学公式"})
    void mathsIsWrittenInTeX(String message) {
        assertTrue(Ask.user(message).answer().contains("$$\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show me all of Markdown", "展示所有 Markdown 格式"})
    void markdownIsShownWithWhatMustStayText(String message) {
        assertTrue(Ask.user(message).answer().contains("<script>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"think aloud", "展示一下思考过程"})
    void thinkingIsShownInTheLanguageOfTheQuestion(String message) {
        Language language = Language.of(message);
        assertEquals(language, Language.of(Ask.thinking(Ask.user(message).chunks())));
    }

    @ParameterizedTest
    @CsvSource({
        "My name is Ada, Ada",
        "Please call me Grace Hopper., Grace Hopper",
        "我叫小明，你好, 小明",
        "我的名字是欧阳修, 欧阳修",
        "叫我阿强吧, 阿强",
        "我叫Ada, Ada"
    })
    void itRepeatsTheNameItWasGiven(String introduction, String name) {
        assertTrue(Ask.user(introduction).answer().contains("**" + name + "**"));
        assertTrue(Ask.user(introduction, "what is my name?").answer().contains("**" + name + "**"));
        assertTrue(Ask.user(introduction, "我叫什么？").answer().contains("**" + name + "**"));
    }

    @Test
    void theNameGivenLastCounts() {
        assertTrue(Ask.user("My name is Ada", "Sorry, my name is Grace", "Who am I?")
                .answer()
                .contains("**Grace**"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is my name?", "我叫什么名字？"})
    void itKnowsNoNameThatItWasNotGiven(String question) {
        assertEquals(
                Topic.NAME_UNKNOWN,
                new Conversation(Ask.user(question).request().messages()).topic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"What did I say first?", "我说的第一句话是什么？", "what was my first question"})
    void itRemembersWhatWasSaidFirst(String question) {
        assertTrue(Ask.user("The sea is green", "help", question).answer().contains("> The sea is green\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"How many messages have I sent?", "我发了几条消息？"})
    void itCountsTheTurns(String question) {
        assertTrue(Ask.user("one", "two", question).answer().contains("**3**"));
    }

    @Test
    void itAnswersInTheLanguageOfTheLastMessage() {
        assertEquals(Language.ZH, Language.of(Ask.user("hello", "你好").answer()));
        assertTrue(Ask.user("你好", "hello").answer().startsWith("Hello!"));
    }

    @Test
    void aMessageWithoutWordsKeepsTheLanguage() {
        assertEquals(Language.ZH, Language.of(Ask.user("你好", "???").answer()));
    }

    @Test
    void whatItQuotesIsOneShortLine() {
        String quote = Ask.user("a\n# b\n" + "👩‍🚀".repeat(500))
                .answer()
                .lines()
                .filter(line -> line.startsWith("> "))
                .findFirst()
                .orElseThrow();
        assertTrue(quote.startsWith("> a # b 👩‍🚀"));
        assertTrue(quote.endsWith("👩‍🚀…"), quote);
        assertTrue(quote.length() < 1200);
    }

    @Test
    void bracesInAMessageAreNoBlanksToFill() {
        assertTrue(Ask.user("zzz {{turns}} $1 \\").answer().contains("> zzz {{turns}} $1 \\\n"));
    }

    @Test
    void noBlankIsLeftOpen() {
        for (String message : List.of("help", "hello", "My name is Ada", "zzz", "who am i", "how many turns")) {
            assertFalse(Ask.user(message).think(true).answer().contains("{{"), message);
        }
    }

    @Test
    void messagesWithoutTextAreAnsweredWithTheHelp() {
        assertTrue(Ask.user(" ").answer().contains("Try one of these"));
        assertTrue(Ask.user().with(ChatMessage.of("user", null)).answer().contains("Try one of these"));
        assertTrue(
                Ask.user().with(ChatMessage.of("system", "Be brief.")).answer().contains("Try one of these"));
    }

    private static List<String> suggestions(String help) {
        return SUGGESTION
                .matcher(help)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
