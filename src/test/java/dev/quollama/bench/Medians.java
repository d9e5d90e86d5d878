package dev.quollama.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures that were taken several times, on a machine where now and then somebody else is busy. */
final class Medians {

    private final Map<String, List<Double>> taken = new LinkedHashMap<>();

    void add(String name, double figure) {
        taken.computeIfAbsent(name, ignored -> new ArrayList<>()).add(figure);
    }

    double most(String name) {
        return taken.get(name).stream().mapToDouble(figure -> figure).max().orElse(0);
    }

    /** The one in the middle, or the upper of the two there. */
    double of(String name) {
        List<Double> figures = taken.get(name).stream().sorted().toList();
        return figures.get(figures.size() / 2);
    }
}
