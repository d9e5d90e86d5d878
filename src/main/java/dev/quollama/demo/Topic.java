package dev.quollama.demo;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a message may be about. Questions about the conversation come first, then the narrower topics. */
enum Topic {
    NAME("what(?:'s|’s| is) my name|who am i|remember my name", "我(?:是谁|叫(?:什么|啥)|的名字(?:是|叫)?(?:什么|啥))|记得我"),
    FIRST(
            "(?:did i|i) (?:say|said|ask|asked|write|wrote|tell|told) (?:you )?(?:at )?first"
                    + "|my (?:very )?first (?:message|question|words?|sentence)"
                    + "|first (?:thing|message|question|sentence) (?:that )?i",
            "第一(?:句|条|个问题)|最先|最开始|一开始"),
    TURNS(
            "how many (?:messages|turns|questions|times)|how often (?:did|have) i"
                    + "|count (?:the|my|our) (?:messages|turns|questions)",
            "(?:几|多少)(?:句|轮|条|次|个问题)"),
    INTRODUCTION(Conversation.NAME),
    LONG("(?<!how )long|longer|essay|story", "长文|长篇|长一[点些]|很长|故事|文章"),
    ERROR("errors?|fail|fails|failed|failure|crash|break off", "错误|出错|报错|失败|中断"),
    THINKING("(?<!you )think|thinking|reason|reasoning", "思考|推理|想一想"),
    CODE("code|coding|program|programs|programming|function|java|javascript|python|sql|rust|bash", "代码|程序|函数|编程"),
    TABLE("tables?|columns?|spreadsheet", "表格|列表|对比表|一[张个]表"),
    MATHS("maths?|mathematics|formulas?|formulae|equations?|latex", "数学|公式|方程"),
    MARKDOWN("markdown|showcase|formatting|everything", "排版|格式|样式|全部|所有"),
    HELP(
            "help|what (?:can you|do you (?:do|know))|what else|menu|commands?|options?",
            "帮助|能做什么|会(?:做)?什么|可以做什么|什么功能|菜单"),
    HELLO("hi|hello|hey|who are you|what are you|are you", "你好|您好|嗨|你是|您是"),
    NAME_UNKNOWN,
    OTHER;

    private final Pattern sign;

    /** A topic that no words lead to. */
    Topic() {
        // Matches nothing.
        this(Pattern.compile("(?!)"));
    }

    /** Latin words count as such also right beside Chinese characters, where {@code \b} differs among Java versions. */
    Topic(String english, String chinese) {
        this(Pattern.compile("(?<![a-z])(?:" + english + ")(?![a-z])|" + chinese, Pattern.CASE_INSENSITIVE));
    }

    Topic(Pattern sign) {
        this.sign = sign;
    }

    /** The first topic that the text speaks of, else {@link #OTHER}; {@link #HELP} for a blank one. */
    static Topic of(String text) {
        if (text.isBlank()) {
            return HELP;
        }
        return Stream.of(values())
                .filter(topic -> topic.sign.matcher(text).find())
                .findFirst()
                .orElse(OTHER);
    }
}
