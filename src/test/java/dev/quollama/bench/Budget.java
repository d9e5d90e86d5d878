package dev.quollama.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * The most that a figure may be.
 *
 * @param limit the bound, in the figure's unit; NaN when there is none
 */
record Budget(double limit) {

    static Budget none() {
        return new Budget(Double.NaN);
    }

    static Budget atMost(double limit) {
        return new Budget(limit);
    }

    /** The bound in words. */
    String words(String unit) {
        if (Double.isNaN(limit)) {
            return "";
        }
        return limit == 0
                ? "none"
                : "≤ " + new DecimalFormat("#.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(limit) + " "
                        + unit;
    }

    /** Whether the figure keeps to it, in a word. */
    String verdict(double figure) {
        if (Double.isNaN(limit)) {
            return "";
        }
        return figure <= limit ? "held" : "**over**";
    }
}
