package io.plexica.tenancy.internal;

import static io.plexica.spi.tenancy.TenantStatus.ACTIVE;
import static io.plexica.spi.tenancy.TenantStatus.PENDING_DELETION;
import static io.plexica.spi.tenancy.TenantStatus.SUSPENDED;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes of tenants that are there: each with its audit row in one transaction, then in memory, then in the realm. */
final class Lifecycle {

    private final TenancyServices core;
    private final RealmSync realms;

    Lifecycle(TenancyServices core, RealmSync realms) {
        this.core = core;
        this.realms = realms;
    }

    TenantRow suspend(String slug, IfMatch condition) {
        return move(slug, condition, "core.tenant.suspended", row -> to(row, SUSPENDED, Set.of(ACTIVE)));
    }

    TenantRow activate(String slug, IfMatch condition) {
        return move(slug, condition, "core.tenant.activated", row -> to(row, ACTIVE, Set.of(SUSPENDED)));
    }

    /** Takes a tenant out of service until it is restored or removed. */
    TenantRow deleteSoftly(String slug, IfMatch condition) {
        return move(slug, condition, "core.tenant.deletion-requested", row -> {
            if (!from(row, PENDING_DELETION, Set.of(ACTIVE, SUSPENDED))) {
                return row;
            }
            Instant now = core.now();
            return row.pendingDeletion(now, now.plus(core.settings().grace()));
        });
    }

    /** Brings back the status from before the deletion was asked for. */
    TenantRow restore(String slug, IfMatch condition) {
        return move(slug, condition, "core.tenant.restored", row -> {
            if (row.status() != PENDING_DELETION) {
                throw core.refused("core.tenant.restored", row, wrongStatus(row, "restored"));
            }
            if (isBeingRemoved(slug)) {
                throw core.refused("core.tenant.restored", row, noWayBack(slug));
            }
            return row.in(row.statusBefore() == SUSPENDED ? SUSPENDED : ACTIVE, core.now());
        });
    }

    /** Changes what people may edit. */
    TenantRow edit(String slug, String action, UnaryOperator<TenantRow> edit) {
        return change(slug, action, edit);
    }

    private TenantRow move(String slug, IfMatch condition, String action, UnaryOperator<TenantRow> decide) {
        TenantRow row = change(slug, action, before -> {
            condition.require(before.version());
            return decide.apply(before);
        });
        if (!row.realmInSync()) {
            realms.follow(slug);
        }
        return row;
    }

    private TenantRow change(String slug, String action, UnaryOperator<TenantRow> decide) {
        TenantRow row = core.transactions().in(() -> {
            TenantRow before = core.lock(slug);
            TenantRow wanted = decide.apply(before);
            if (wanted.equals(before)) {
                return before;
            }
            TenantRow after = core.transactions().joined(connection -> TenantStore.save(connection, wanted));
            core.record(action, after, Optional.of(before), Optional.of(after));
            return after;
        });
        core.directory().put(row);
        return row;
    }

    private TenantRow to(TenantRow row, TenantStatus wanted, Set<TenantStatus> possible) {
        return from(row, wanted, possible) ? row.in(wanted, core.now()) : row;
    }

    /** Whether a tenant is to be moved; not when it is there already. */
    private boolean from(TenantRow row, TenantStatus wanted, Set<TenantStatus> possible) {
        if (row.status() == wanted) {
            return false;
        }
        if (!possible.contains(row.status())) {
            throw core.refused("core.tenant.status-changed", row, wrongStatus(row, "made " + wanted));
        }
        return true;
    }

    private boolean isBeingRemoved(String slug) {
        return core.transactions()
                .joined(connection -> SagaStore.open(connection, slug))
                .isPresent();
    }

    private static PlexicaException noWayBack(String slug) {
        return PlexicaException.conflict(
                "tenant-status",
                "the tenant " + slug
                        + " is being removed for good and cannot be restored any more; import its export, if"
                        + " there is one, under another slug");
    }

    private static PlexicaException wrongStatus(TenantRow row, String wish) {
        return PlexicaException.conflict(
                "tenant-status",
                "the tenant " + row.slug() + " is " + row.status() + " and cannot be " + wish + " from there");
    }
}
