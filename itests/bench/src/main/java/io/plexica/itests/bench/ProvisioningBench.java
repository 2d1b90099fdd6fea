package io.plexica.itests.bench;

import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.io.IOException;
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
        System.out.println("every single time: " + Drawing.save("provisioning", times, "ms", "tenants"));
    }

    private static double around(List<Double> times, int number) {
        int from = Math.max(0, number - 1 - NEIGHBOURS);
        return Figures.of(times.subList(from, Math.min(times.size(), number + NEIGHBOURS)))
                .median();
    }
}
