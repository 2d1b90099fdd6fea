package io.plexica.data.internal.metrics;

import io.plexica.spi.metrics.Figures;
import io.plexica.spi.metrics.Metric;
import io.plexica.spi.metrics.MetricSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How the database answers, and whether there are connections enough. Asks the server nothing. */
public final class DataMetrics implements MetricSource {

    private static final Metric UP = Metric.gauge("db_up", "1 while the database answers, 0 while it counts as down");
    private static final Metric CONNECTIONS =
            Metric.gauge("db_pool_connections", "Connections to the database", "pool", "state");
    private static final Metric MOST =
            Metric.gauge("db_pool_connections_max", "Connections that there may be at most", "pool");
    private static final Metric WAITING = Metric.gauge("db_pool_waiting", "Work that waits for a connection", "pool");
    private static final Metric REFUSED =
            Metric.counter("db_pool_timeouts_total", "Work that was refused since all connections stayed busy", "pool");

    private final QueryTimes times;
    private final BooleanSupplier up;
    private final Supplier<PoolState> shared;
    private final Supplier<PoolState> dedicated;

    /**
     * Tells of these.
     *
     * @param up whether the server answers
     * @param shared the pool that all share
     * @param dedicated the pools of tenants that have one of their own, together
     */
    public DataMetrics(
            QueryTimes times, BooleanSupplier up, Supplier<PoolState> shared, Supplier<PoolState> dedicated) {
        this.times = times;
        this.up = up;
        this.shared = shared;
        this.dedicated = dedicated;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(QueryTimes.DURATION, UP, CONNECTIONS, MOST, WAITING, REFUSED);
    }

    @Override
    public void tell(Figures figures) {
        times.tell(figures);
        figures.value(UP, up.getAsBoolean() ? 1 : 0);
        tell(figures, "shared", shared.get());
        tell(figures, "dedicated", dedicated.get());
    }

    private static void tell(Figures figures, String pool, PoolState state) {
        figures.value(CONNECTIONS, state.active(), pool, "active");
        figures.value(CONNECTIONS, state.idle(), pool, "idle");
        figures.value(MOST, state.max(), pool);
        figures.value(WAITING, state.waiting(), pool);
        figures.value(REFUSED, state.refused(), pool);
    }
}
