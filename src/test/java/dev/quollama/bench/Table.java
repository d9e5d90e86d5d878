package dev.quollama.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures so far, as Markdown. */
final class Table {

    private static final String HEAD = """
            | what | direct | through Quollama | figure | ratio | budget | |
            | --- | ---: | ---: | ---: | ---: | --- | --- |
            """;

    private final List<String> rows = new ArrayList<>();

    /** A figure of Quollama alone. */
    void add(String what, double figure, String unit, Budget budget) {
        row(what, "", "", with(unit, figure), "", budget.words(unit), budget.verdict(figure));
    }

    /** A figure that is the difference to a direct connection. */
    void added(String what, double direct, double through, String unit, Budget budget) {
        double added = through - direct;
        row(
                what,
                with(unit, direct),
                with(unit, through),
                (added < 0 ? "− " : "+ ") + with(unit, Math.abs(added)),
                ratio(through, direct),
                budget.words(unit),
                budget.verdict(added));
    }

    /** A figure that has its budget by itself, with that of a direct connection beside it. */
    void compared(String what, double direct, double through, String unit, Budget budget) {
        row(
                what,
                with(unit, direct),
                with(unit, through),
                "",
                ratio(through, direct),
                budget.words(unit),
                budget.verdict(through));
    }

    /** A figure to be compared with that of a direct connection. */
    void beside(String what, double direct, double through, String unit) {
        compared(what, direct, through, unit, Budget.none());
    }

    /** Something that is not one figure. */
    void note(String what, String text) {
        row(what, "", "", text, "", "", "");
    }

    String markdown() {
        return HEAD + String.join("", rows);
    }

    private void row(String... cells) {
        String row = "| " + String.join(" | ", cells) + " |\n";
        rows.add(row);
        // Whoever watches need not wait for the end.
        System.out.print(row);
    }

    private static String ratio(double through, double direct) {
        return number(through / direct) + " ×";
    }

    private static String with(String unit, double value) {
        return (number(value) + " " + unit).strip();
    }

    private static String number(double value) {
        double size = Math.abs(value);
        boolean whole = value == Math.rint(value);
        String format = whole || size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
