package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.signal.Signals;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What everything that changes tenants works with. */
record TenancyServices(
        Transactions transactions,
        AuditLog audit,
        Signals signals,
        TenantDirectory directory,
        TenancySettings settings,
        Clock clock) {

    private static final String RESOURCE = "tenant";

    /** This moment, as exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Those of some slugs with which this deployment has to do. */
    List<String> served(List<String> slugs) {
        return slugs.stream().filter(settings::serves).toList();
    }

    /** Refuses what has to do with a tenant that this deployment does not serve. */
    void demandServed(String slug) {
        if (!settings.serves(slug)) {
            throw new PlexicaException(
                    ErrorCode.TENANT_MISMATCH, "This deployment serves another tenant than the one that this names");
        }
    }

    Optional<TenantRow> find(String slug) {
        return transactions.core(connection -> TenantStore.find(connection, slug));
    }

    /** The tenant, locked until the transaction that is open ends. */
    TenantRow lock(String slug) {
        demandServed(slug);
        return transactions
                .joined(connection -> TenantStore.lock(connection, slug))
                .orElseThrow(() -> notFound(slug));
    }

    /** Writes a change into the audit log, and announces it to all nodes, in the transaction that is open. */
    void record(String action, TenantRow row, Optional<TenantRow> before, Optional<TenantRow> after) {
        announce(row.slug());
        audit.record(
                row.slug(),
                action,
                RESOURCE,
                row.id().toString(),
                before.map(TenantState::of).orElse(null),
                after.map(TenantState::of).orElse(null));
    }

    /** Tells every node to look at a tenant again, once the transaction that is open has committed. */
    void announce(String slug) {
        signals.announce(Signals.TENANTS, slug);
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
