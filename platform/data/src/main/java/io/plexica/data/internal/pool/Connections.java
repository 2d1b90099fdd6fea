package io.plexica.data.internal.pool;

import io.plexica.data.internal.metrics.QueryTimes;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.settings.TenantLimits;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Where units of work get their connections: bounded for each tenant, unbounded for the platform. Safe for all threads. */
public final class Connections {

    private final ConcurrentMap<String, TenantShare> shares = new ConcurrentHashMap<>();
    private final ConnectionPool shared;
    private final DedicatedPools dedicated;
    private final QueryTimes times = new QueryTimes();
    private final TenantLimits limits;
    private final int share;

    /** Connections of the pool that all share, and of those that tenants have for themselves. */
    public Connections(ConnectionPool shared, DedicatedPools dedicated, DataSettings settings) {
        this.shared = shared;
        this.dedicated = dedicated;
        this.limits = settings.tenants();
        this.share = limits.shareOf(settings.poolMax());
    }

    /** What measures the statements on them. */
    public QueryTimes times() {
        return times;
    }

    /** For the platform's own work, which may go on in any tenant. */
    public Lease forPlatform() {
        return new Lease(shared, shared.acquire(), () -> {});
    }

    /**
     * For one unit of work on a tenant's account.
     *
     * @param inside whether it works within that tenant alone, and so on connections of the tenant's own, if there are any
     * @param nested whether the calling thread holds a connection already
     * @throws io.plexica.api.problem.PlexicaException {@code rate-limited} when the tenant uses all that it may, and what
     *     {@link ConnectionPool#acquire} throws
     */
    public Lease forTenant(String tenant, boolean inside, boolean nested) {
        Lease own = inside ? dedicated.acquire(tenant, nested) : null;
        return own != null ? own : shareOf(tenant).lease(nested, shared, () -> {});
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
