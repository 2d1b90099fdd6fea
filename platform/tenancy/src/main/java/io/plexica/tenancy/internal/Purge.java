package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.TenantStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes for good the tenants whose time to be restored is over. Of several nodes one does it. */
final class Purge implements Reconciler.Duty {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private final Core core;
    private final SlugLock lock;
    private final Removal removal;

    Purge(Core core, SlugLock lock, Removal removal) {
        this.core = core;
        this.lock = lock;
        this.removal = removal;
    }

    @Override
    public boolean look() {
        boolean done = true;
        for (String slug :
                core.served(core.transactions().core(connection -> TenantStore.toPurge(connection, core.now())))) {
            done &= purge(slug);
        }
        return done;
    }

    private boolean purge(String slug) {
        try {
            lock.tryWith(slug, () -> {
                core.find(slug).filter(this::isDue).ifPresent(row -> removal.remove(row, this::isDue, Progress.NONE));
                return true;
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Tenant {} is due to be removed, which did not work yet: {}", slug, e.getMessage());
            return false;
        }
    }

    private boolean isDue(TenantRow row) {
        return row.status() == TenantStatus.PENDING_DELETION
                && row.purgeAt() != null
                && !row.purgeAt().isAfter(core.now());
    }
}
