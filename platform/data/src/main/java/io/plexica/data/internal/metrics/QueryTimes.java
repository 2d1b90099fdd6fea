package io.plexica.data.internal.metrics;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Histogram;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.Tracer.Kind;
import io.plexica.spi.tracing.Tracing;
import java.util.Locale;

/** How long statements take, by what they do. Which tables they name is not told: there is no end to those. Safe for all threads. */
public final class QueryTimes {

    static final Metric DURATION = Metric.histogram(
            "db_query_duration_seconds",
            "How long statements and commits took, with the way to the server",
            "operation");

    private final Histogram[] times = new Histogram[Operation.values().length];

    /** Nothing has been measured. */
    public QueryTimes() {
        for (int i = 0; i < times.length; i++) {
            times[i] = Histogram.ofQueries();
        }
    }

    /** What a statement does, by its first word. */
    public enum Operation {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        COMMIT,
        /** Anything else, such as what begins with {@code WITH}. */
        OTHER;

        /** What a statement of this SQL does. */
        public static Operation of(String sql) {
            int start = 0;
            while (start < sql.length() && sql.charAt(start) <= ' ') {
                start++;
            }
            if (begins(sql, start, "select")) {
                return SELECT;
            }
            if (begins(sql, start, "insert")) {
                return INSERT;
            }
            if (begins(sql, start, "update")) {
                return UPDATE;
            }
            return begins(sql, start, "delete") ? DELETE : OTHER;
        }

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The span of such a statement. What it says is not told: it may hold what people wrote. */
        public Span span() {
            Span span = Tracing.part(Kind.CLIENT, label);
            span.note("db.system.name", "postgresql");
            span.note("db.operation.name", label);
            return span;
        }

        private static boolean begins(String sql, int at, String word) {
            return sql.regionMatches(true, at, word, 0, word.length());
        }
    }

    /** Something ran and has ended, well or not. */
    public void ran(Operation operation, long nanos) {
        times[operation.ordinal()].record(nanos);
    }

    void tell(Figures figures) {
        for (Operation operation : Operation.values()) {
            figures.times(DURATION, times[operation.ordinal()], operation.label);
        }
    }
}
