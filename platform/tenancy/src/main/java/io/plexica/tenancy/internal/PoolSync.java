package io.plexica.tenancy.internal;

import io.plexica.spi.data.TenantPools;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives tenants the connections that their plan brings along, at once when the plan changes and later when that failed. */
final class PoolSync implements Reconciler.Duty {

    private static final Logger LOG = LoggerFactory.getLogger(PoolSync.class);

    private final TenancyServices core;
    private final TenantPools pools;

    PoolSync(TenancyServices core, TenantPools pools) {
        this.core = core;
        this.pools = pools;
    }

    @Override
    public boolean look() {
        boolean done = true;
        for (Tenant tenant : core.directory().all()) {
            if (core.settings().serves(tenant.slug())) {
                done &= follow(tenant);
            }
        }
        return done;
    }

    /** False when it has to be tried again. Never throws. */
    boolean follow(Tenant tenant) {
        boolean wanted = core.settings().plans().isDedicated(tenant.plan());
        boolean isMade = tenant.status() == TenantStatus.ACTIVE || tenant.status() == TenantStatus.SUSPENDED;
        try {
            if (isMade && wanted != pools.isDedicated(tenant.slug())) {
                LOG.info("Tenant {} gets {}", tenant.slug(), wanted ? "connections of its own" : "what all share");
                move(tenant.slug(), wanted);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The connections of tenant {} do not follow its plan yet, trying again: {}",
                    tenant.slug(),
                    e.getMessage());
            return false;
        }
    }

    private void move(String slug, boolean dedicated) {
        if (dedicated) {
            pools.dedicate(slug);
        } else {
            pools.share(slug);
        }
    }
}
