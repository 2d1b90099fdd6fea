package io.plexica.itests.bench;

import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to make one tenant after the other, with the real identity server. The argument says how many; a table
 * and a plot in text come out, and a drawing of every single time as {@code target/provisioning.svg}.
 */
public final class ProvisioningBench {

    private static final int FEW = 20;
    private static final int NEIGHBOURS = 5;
    private static final int GROUPS = 20;
    private static final int WIDTH = 60;

    private ProvisioningBench() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        String wanted = String.join("", arguments).strip();
        int tenants = wanted.isEmpty() ? FEW : Integer.parseInt(wanted);
        try (Platform platform = Platform.prepare()) {
            platform.up();
            report(measure(platform, tenants));
        }
        System.exit(0);
    }

    private static List<Double> measure(Platform platform, int tenants) {
        List<Double> times = new ArrayList<>();
        for (int number = 1; number <= tenants; number++) {
            long begin = System.nanoTime();
            TestTenant.create(platform);
            times.add((System.nanoTime() - begin) / 1e6);
        }
        return times;
    }

    private static void report(List<Double> times) throws IOException {
        List<String[]> rows = new ArrayList<>();
        int group = Math.max(1, times.size() / GROUPS);
        double longest = times.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        for (int from = 0; from < times.size(); from += group) {
            int to = Math.min(times.size(), from + group);
            Figures figures = Figures.of(times.subList(from, to));
            rows.add(new String[] {
                (from + 1) + "–" + to,
                figures.text("ms"),
                "#".repeat((int) Math.round(figures.median() / longest * WIDTH))
            });
        }
        Table.print(List.of("tenants", "median (middle half)", "of the longest"), rows);
        double early = around(times, Math.min(10, times.size()));
        double late = around(times, times.size());
        System.out.printf(
                Locale.ROOT,
                "%nfirst %.0f ms; around the 10th %.0f ms; around the %dth %.0f ms: ratio %.2f%n",
                times.get(0),
                early,
                times.size(),
                late,
                late / early);
        Path drawing = Path.of("target/provisioning.svg").toAbsolutePath();
        Files.createDirectories(drawing.getParent());
        Files.writeString(drawing, svg(times, longest));
        System.out.println("every single time: " + drawing);
    }

    private static double around(List<Double> times, int number) {
        int from = Math.max(0, number - 1 - NEIGHBOURS);
        return Figures.of(times.subList(from, Math.min(times.size(), number + NEIGHBOURS)))
                .median();
    }

    private static String svg(List<Double> times, double longest) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < times.size(); i++) {
            points.append(String.format(
                    Locale.ROOT,
                    "<circle cx='%.1f' cy='%.1f' r='2'/>",
                    50 + 740.0 * i / Math.max(1, times.size() - 1),
                    370 - 340.0 * times.get(i) / longest));
        }
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 800 400' font-family='sans-serif' font-size='12'>"
                        + "<rect width='800' height='400' fill='white'/><path d='M50 30V370H790' fill='none' stroke='black'/>"
                        + "<text x='5' y='35'>%.0f ms</text><text x='30' y='375'>0</text>"
                        + "<text x='740' y='390'>%d tenants</text><g fill='#1976d2'>%s</g></svg>%n",
                longest,
                times.size(),
                points);
    }
}
