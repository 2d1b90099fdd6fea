package io.plexica.tenancy.internal;

import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the users of a tenant sign in at the identity server when the tenant is ACTIVE, and not otherwise, and shows them the
 * tenant's name there. What our table says counts; the server follows it, later if it cannot be reached now.
 */
final class RealmSync implements Reconciler.Duty {

    private static final Logger LOG = LoggerFactory.getLogger(RealmSync.class);
    private static final long LONGEST_WAIT_MILLIS = 1_001;

    private final TenancyServices core;
    private final Supplier<List<IdentityProvider>> providers;

    RealmSync(TenancyServices core, Supplier<List<IdentityProvider>> providers) {
        this.core = core;
        this.providers = providers;
    }

    @Override
    public boolean look() {
        boolean done = true;
        for (String slug : core.served(core.transactions().core(TenantStore::outOfSync))) {
            done &= follow(slug);
        }
        return done;
    }

    /** Makes the realm follow the tenant's status and name; false when that has to be tried again. Never throws. */
    boolean follow(String slug) {
        try {
            Optional<TenantRow> row = core.find(slug);
            while (row.isPresent() && !row.get().realmInSync()) {
                if (!push(row.get())) {
                    return false;
                }
                row = core.find(slug);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The realm of tenant {} does not follow it yet, trying again: {}", slug, e.getMessage(), e);
            return false;
        }
    }

    /** The mark stays away if the tenant has changed meanwhile: then the new status is pushed, too. */
    private boolean push(TenantRow row) {
        Optional<IdentityProvider> provider = providers.get().stream().findFirst();
        if (provider.isEmpty()) {
            return false;
        }
        boolean enabled = row.status() == TenantStatus.ACTIVE;
        if (enabled) {
            waitUntil(row.tokensNotBefore());
        }
        String realm = IdentityProvider.realm(row.slug());
        provider.get().setEnabled(realm, enabled);
        provider.get().setName(realm, row.name());
        core.transactions().core(connection -> TenantStore.markInSync(connection, row));
        return true;
    }

    /**
     * Whoever signs in before would get a token that is dead already. It is the rest of a second; what is more is the difference
     * to the clock of the node that said so, and no reason to keep other tenants waiting.
     */
    private void waitUntil(Instant tokensLive) {
        long left = Duration.between(core.clock().instant(), tokensLive).toMillis();
        if (left < 0) {
            return;
        }
        try {
            Thread.sleep(Math.min(left + 1, LONGEST_WAIT_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
