package io.plexica.itests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A drawing of measurements, one point each, in the order in which they were taken. */
final class Drawing {

    private Drawing() {}

    /**
     * Saves a drawing.
     *
     * @param name of the file in {@code target}, without its ending
     * @param unit of what was measured
     * @param counted what stands on the other axis
     */
    static Path save(String name, List<Double> values, String unit, String counted) throws IOException {
        Path file = Path.of("target", name + ".svg").toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, svg(values, unit, counted));
        return file;
    }

    private static String svg(List<Double> values, String unit, String counted) {
        double longest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(String.format(
                    Locale.ROOT,
                    "<circle cx='%.1f' cy='%.1f' r='2'/>",
                    50 + 740.0 * i / Math.max(1, values.size() - 1),
                    370 - 340.0 * values.get(i) / longest));
        }
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 400' font-family='sans-serif' font-size='12'>"
                        + "<rect width='800' height='400' fill='white'/><path d='M50 30V370H790' fill='none' stroke='black'/>"
                        + "<text x='5' y='35'>%.0f %s</text><text x='30' y='375'>0</text>"
                        + "<text x='740' y='390'>%d %s</text><g fill='#1976d2'>%s</g></svg>%n",
                longest,
                unit,
                values.size(),
                counted,
                points);
    }
}
