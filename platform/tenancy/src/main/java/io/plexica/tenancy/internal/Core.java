package io.plexica.tenancy.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What everything that changes tenants works with. */
record Core(
        Transactions transactions, AuditLog audit, TenantDirectory directory, TenancySettings settings, Clock clock) {

    private static final String RESOURCE = "tenant";

    /** This moment, as exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Optional<TenantRow> find(String slug) {
        return transactions.core(connection -> TenantStore.find(connection, slug));
    }

    /** The tenant, locked until the transaction that is open ends. */
    TenantRow lock(String slug) {
        return transactions
                .joined(connection -> TenantStore.lock(connection, slug))
                .orElseThrow(() -> notFound(slug));
    }

    /** Writes a change into the audit log in the transaction that is open. */
    void record(String action, TenantRow row, Optional<TenantRow> before, Optional<TenantRow> after) {
        audit.record(
                row.slug(),
                action,
                RESOURCE,
                row.id().toString(),
                before.map(TenantState::of).orElse(null),
                after.map(TenantState::of).orElse(null));
    }

    /** Belongs to no tenant's log: the slug of one that did not come to be may become another customer's. */
    void recordFailedCreation(String slug, String reason) {
        audit.recordFailure(null, Creation.ACTION, RESOURCE, slug, reason);
    }

    void recordFailure(String action, TenantRow row, String reason) {
        audit.recordFailure(row.slug(), action, RESOURCE, row.id().toString(), reason);
    }

    /** Records that a tenant was refused before anything began. */
    PlexicaException refusedToMake(String slug, PlexicaException why) {
        recordFailedCreation(slug, why.detail());
        return why;
    }

    /** Records that a change of a tenant was refused. */
    PlexicaException refused(String action, TenantRow row, PlexicaException why) {
        recordFailure(action, row, why.detail());
        return why;
    }

    static PlexicaException notFound(String slug) {
        return PlexicaException.notFound("There is no tenant " + slug);
    }
}
