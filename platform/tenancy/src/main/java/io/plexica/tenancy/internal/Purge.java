package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes for good the tenants whose time to be restored is over. Of several nodes one does it. */
final class Purge {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private final TenancyServices core;
    private final SlugLock lock;
    private final Removal removal;

    Purge(TenancyServices core, SlugLock lock, Removal removal) {
        this.core = core;
        this.lock = lock;
        this.removal = removal;
    }

    /**
     * Removes all that are due; one that cannot be removed holds up no other.
     *
     * @throws PlexicaException {@code unavailable} with those that could not
     */
    void run() {
        List<String> left = new ArrayList<>();
        for (String slug :
                core.served(core.transactions().core(connection -> TenantStore.toPurge(connection, core.now())))) {
            try {
                purge(slug);
            } catch (RuntimeException e) {
                LOG.warn("Tenant {} is due to be removed, which did not work yet: {}", slug, e.getMessage());
                left.add(slug + " (" + e.getMessage() + ")");
            }
        }
        if (!left.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "Due to be removed, which did not work yet: " + String.join(", ", left));
        }
    }

    private void purge(String slug) {
        lock.tryWith(slug, () -> {
            core.find(slug).filter(this::isDue).ifPresent(row -> removal.remove(row, this::isDue, Progress.NONE));
            return true;
        });
    }

    private boolean isDue(TenantRow row) {
        return row.status() == TenantStatus.PENDING_DELETION
                && row.purgeAt() != null
                && !row.purgeAt().isAfter(core.now());
    }
}
