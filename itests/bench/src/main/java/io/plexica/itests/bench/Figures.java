package io.plexica.itests.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Several measurements of one thing. */
record Figures(double[] sorted) {

    static Figures of(List<Double> measured) {
        double[] values = measured.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
        return new Figures(values);
    }

    double median() {
        return at(0.5);
    }

    /** Median, and between which values the middle half lies. */
    String text(String unit) {
        return String.format(Locale.ROOT, "%,.0f %s (%,.0f–%,.0f)", median(), unit, at(0.25), at(0.75));
    }

    /** The same with two decimals, for ratios. */
    String ratio() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(), at(0.25), at(0.75));
    }

    /** The same with two decimals and a unit. */
    String fine(String unit) {
        return String.format(Locale.ROOT, "%.2f %s (%.2f–%.2f)", median(), unit, at(0.25), at(0.75));
    }

    double at(double part) {
        return sorted[(int) Math.round((sorted.length - 1) * part)];
    }
}
