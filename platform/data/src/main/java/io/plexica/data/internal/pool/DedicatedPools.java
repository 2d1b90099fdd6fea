package io.plexica.data.internal.pool;

import io.plexica.data.internal.metrics.PoolState;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.settings.TenantLimits;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pools of tenants that have one of their own. Each is opened when it is needed first and closed when nobody has used
 * it for a while. Safe for all threads.
 */
public final class DedicatedPools implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DedicatedPools.class);

    /** What work that is nested deeply may need beyond the tenant's share. */
    private static final int SPARE = 3;

    private final ConcurrentMap<String, OwnPool> open = new ConcurrentHashMap<>();
    private final Function<String, DataSource> logins;
    private final DataSettings settings;
    private final TenantLimits limits;
    private final ServerWatch watch;
    private volatile Set<String> tenants = Set.of();

    /** Pools over the data sources of tenants' logins. */
    public DedicatedPools(Function<String, DataSource> logins, DataSettings settings, ServerWatch watch) {
        this.logins = logins;
        this.settings = settings;
        this.limits = settings.tenants();
        this.watch = watch;
    }

    /** Whether a tenant has a pool of its own. */
    public boolean has(String tenant) {
        return tenants.contains(tenant);
    }

    /** From now on exactly these have. Work on the pool of another ends there. */
    public void set(Set<String> dedicated) {
        tenants = Set.copyOf(dedicated);
        for (String slug : open.keySet()) {
            if (!dedicated.contains(slug)) {
                open.computeIfPresent(slug, (tenant, pool) -> pool.retire());
            }
        }
    }

    /** A connection of a tenant's own; null when it has no pool of its own. */
    @Nullable
    Lease acquire(String tenant, boolean nested) {
        if (!tenants.contains(tenant)) {
            return null;
        }
        OwnPool own = open.compute(tenant, (slug, present) -> (present == null ? newPool(slug) : present).used());
        boolean acquired = false;
        try {
            Lease lease = own.acquire(nested);
            acquired = true;
            return lease;
        } finally {
            if (!acquired) {
                own.release();
            }
        }
    }

    /** Closes those that nobody has used for a while. */
    public void closeIdle() {
        long limit = System.nanoTime() - limits.dedicatedIdle().toNanos();
        for (String slug : open.keySet()) {
            open.computeIfPresent(slug, (tenant, pool) -> pool.isIdleSince(limit) ? pool.retire() : pool);
        }
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }

    /** How they are now, all together. */
    public PoolState state() {
        return open.values().stream().map(own -> own.pool.state()).reduce(PoolState.NONE, PoolState::with);
    }

    @Override
    public void close() {
        set(Set.of());
    }

    private OwnPool newPool(String slug) {
        LOG.debug("The pool of tenant {} is opened", slug);
        int max = limits.dedicatedMax();
        ConnectionPool pool =
                new ConnectionPool("plexica-" + slug, logins.apply(slug), 0, max + SPARE, settings, watch);
        return new OwnPool(pool, new TenantShare(max, limits.patience()));
    }

    /** A pool and how many use it. Changed within the map's own operations, but for the end of a use. */
    private static final class OwnPool {

        private final AtomicInteger users = new AtomicInteger();
        private final ConnectionPool pool;
        private final TenantShare share;
        private volatile boolean retired;
        private volatile long lastUse = System.nanoTime();

        OwnPool(ConnectionPool pool, TenantShare share) {
            this.pool = pool;
            this.share = share;
        }

        OwnPool used() {
            users.incrementAndGet();
            return this;
        }

        Lease acquire(boolean nested) {
            return share.lease(nested, pool, this::release);
        }

        void release() {
            lastUse = System.nanoTime();
            if (users.decrementAndGet() == 0 && retired) {
                pool.close();
            }
        }

        boolean isIdleSince(long moment) {
            return users.get() == 0 && lastUse - moment < 0;
        }

        @Nullable
        OwnPool retire() {
            retired = true;
            if (users.get() == 0) {
                pool.close();
            }
            return null;
        }
    }
}
