package io.plexica.data.internal.pool;

import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.settings.TenantLimits;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Where units of work get their connections: bounded for each tenant, unbounded for the platform. Safe for all threads. */
public final class Connections {

    private final ConcurrentMap<String, TenantShare> shares = new ConcurrentHashMap<>();
    private final ConnectionPool pool;
    private final TenantLimits limits;
    private final int share;

    /** Connections of this pool. */
    public Connections(ConnectionPool pool, DataSettings settings) {
        this.pool = pool;
        this.limits = settings.tenants();
        this.share = limits.shareOf(settings.poolMax());
    }

    /**
     * A connection for one unit of work.
     *
     * @param tenant whose work it is; null for the platform's own
     * @param nested whether the calling thread holds a connection already
     * @throws io.plexica.api.problem.PlexicaException {@code rate-limited} when the tenant uses all that it may, and what
     *     {@link ConnectionPool#acquire} throws
     */
    public Lease acquire(@Nullable String tenant, boolean nested) {
        if (tenant == null) {
            return new Lease(pool, pool.acquire(), () -> {});
        }
        Runnable place = shareOf(tenant).enter(nested);
        boolean acquired = false;
        try {
            Lease lease = new Lease(pool, pool.acquire(), place);
            acquired = true;
            return lease;
        } finally {
            if (!acquired) {
                place.run();
            }
        }
    }

    /** Forgets a tenant that is gone. */
    public void forget(String tenant) {
        shares.remove(tenant);
    }

    private TenantShare shareOf(String tenant) {
        TenantShare known = shares.get(tenant);
        return known != null
                ? known
                : shares.computeIfAbsent(tenant, slug -> new TenantShare(share, limits.patience()));
    }
}
