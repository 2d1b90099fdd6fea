package io.plexica.web.internal.metrics;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Histogram.Snapshot;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.Metric.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Figures as the text that Prometheus reads (format 0.0.4). Used by one thread at a time. */
final class Exposition implements Figures {

    private final Map<String, Metric> metrics = new TreeMap<>();
    private final Map<String, List<String>> lines = new TreeMap<>();

    /** Shows a metric, whether it has a value or not. */
    void show(Metric metric) {
        Metric before = metrics.putIfAbsent(metric.name(), metric);
        if (before != null
                && (before.kind() != metric.kind() || !before.labels().equals(metric.labels()))) {
            throw new IllegalArgumentException(metric.name() + " means two things");
        }
    }

    @Override
    public void value(Metric metric, double value, String... labels) {
        if (metric.kind() == Kind.HISTOGRAM) {
            throw new IllegalArgumentException(metric.name() + " is told by its times");
        }
        line(metric, "", labels, "", value);
    }

    @Override
    public void times(Metric metric, Histogram times, String... labels) {
        Snapshot all = times.snapshot();
        long count = 0;
        for (int i = 0; i < all.counts().size(); i++) {
            count += all.counts().get(i);
            String bound = i < all.bounds().size() ? number(all.bounds().get(i)) : "+Inf";
            line(metric, "_bucket", labels, "le=\"" + bound + "\"", count);
        }
        line(metric, "_sum", labels, "", all.seconds());
        line(metric, "_count", labels, "", count);
    }

    /** Takes over what another holds. */
    void add(Exposition other) {
        other.metrics.values().forEach(this::show);
        other.lines.forEach((name, more) ->
                lines.computeIfAbsent(name, fresh -> new ArrayList<>()).addAll(more));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        metrics.forEach((name, metric) -> {
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(metric.help())
                    .append('\n');
            text.append("# TYPE ").append(name).append(' ');
            text.append(metric.kind().name().toLowerCase(Locale.ROOT)).append('\n');
            lines.getOrDefault(name, List.of())
                    .forEach(line -> text.append(line).append('\n'));
        });
        return text.toString();
    }

    private void line(Metric metric, String suffix, String[] labels, String last, double value) {
        if (labels.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric.name() + " has the labels " + metric.labels());
        }
        show(metric);
        StringBuilder line = new StringBuilder(metric.name()).append(suffix);
        char before = '{';
        for (int i = 0; i < labels.length; i++) {
            line.append(before).append(metric.labels().get(i)).append("=\"");
            line.append(escaped(labels[i])).append('"');
            before = ',';
        }
        if (!last.isEmpty()) {
            line.append(before).append(last);
            before = ',';
        }
        line.append(before == ',' ? "} " : " ").append(number(value));
        lines.computeIfAbsent(metric.name(), fresh -> new ArrayList<>()).add(line.toString());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
