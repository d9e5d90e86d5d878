package dev.quollama.demo;

import java.util.regex.Pattern;

/** A language that the demo model speaks. */
enum Language {
    EN,
    ZH;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

    /** Chinese where there are Chinese characters without the kana that make them Japanese, else English. */
    static Language of(String text) {
        return HAN.matcher(text).find() && !KANA.matcher(text).find() ? ZH : EN;
    }
}
