package io.plexica.tenancy.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.tenancy.internal.DraftCheck.Checked;
import io.plexica.tenancy.internal.Saga.Kind;
import io.plexica.tenancy.internal.Saga.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes a tenant, or leaves nothing behind. Whoever calls holds the slug's lock. */
final class Creation {

    static final String ACTION = "core.tenant.created";

    private final TenancyServices core;
    private final SagaRunner runner;

    Creation(TenancyServices core, SagaRunner runner) {
        this.core = core;
        this.runner = runner;
    }

    /**
     * Makes a tenant.
     *
     * @param steps by which it is made, in order
     */
    TenantRow create(Checked draft, List<String> steps, Progress progress) {
        TenantRow row = row(draft);
        Saga saga = begin(row, steps);
        core.directory().put(row);
        try {
            runner.apply(saga, row.spec(draft.admin()), progress);
        } catch (SagaFailure failure) {
            throw undo(row, saga, failure, progress);
        }
        return finish(row, saga);
    }

    /** The last step is done: from now on the tenant is served. */
    TenantRow finish(TenantRow row, Saga saga) {
        TenantRow active = core.transactions().in(() -> {
            TenantRow locked = core.lock(row.slug());
            TenantRow saved = core.transactions()
                    .joined(connection -> TenantStore.save(connection, locked.provisioned(core.now())));
            core.transactions().joined(connection -> SagaStore.mark(connection, saga, Status.SUCCEEDED, null));
            core.record(ACTION, saved, Optional.empty(), Optional.of(saved));
            return saved;
        });
        core.directory().put(active);
        return active;
    }

    /** Undoes all steps that have begun and frees the slug. */
    void undo(TenantRow row, Saga saga, String reason, Progress progress) throws SagaFailure {
        runner.compensate(saga, row.spec(null), reason, progress);
        core.transactions().in(() -> {
            core.announce(row.slug());
            core.transactions().joined(connection -> TenantStore.delete(connection, row.id()));
            return core.transactions().joined(connection -> SagaStore.mark(connection, saga, Status.FAILED, reason));
        });
        core.directory().remove(row);
        core.recordFailedCreation(row.slug(), reason);
    }

    private PlexicaException undo(TenantRow row, Saga saga, SagaFailure failure, Progress progress) {
        String before = "The tenant " + row.slug() + " was not made";
        try {
            undo(row, saga, failure.reason(), progress);
            return failure.toProblem(before, "Everything has been undone: put the cause right and try again");
        } catch (SagaFailure | RuntimeException again) {
            failure.addSuppressed(again);
            return failure.toProblem(
                    before,
                    "Not everything could be undone yet (" + again.getMessage()
                            + "): the platform keeps trying, and the slug is free once it is");
        }
    }

    private Saga begin(TenantRow row, List<String> steps) {
        try {
            return core.transactions().in(() -> {
                core.announce(row.slug());
                return core.transactions().joined(connection -> insert(connection, row, steps));
            });
        } catch (DatabaseException e) {
            throw core.refusedToMake(row.slug(), e.isUniqueViolation() ? taken(row.slug()) : e);
        } catch (PlexicaException e) {
            throw core.refusedToMake(row.slug(), e);
        }
    }

    private static Saga insert(Connection connection, TenantRow row, List<String> steps) throws SQLException {
        demandNotRetired(connection, row.slug());
        TenantStore.insert(connection, row);
        return SagaStore.insert(connection, Saga.planned(row.id(), row.slug(), Kind.CREATE, steps));
    }

    /** Refuses a tenant from elsewhere that is here already: its people have their accounts. */
    void demandElsewhere(UUID id) {
        core.transactions()
                .core(connection -> TenantStore.slugOf(connection, id))
                .ifPresent(slug -> {
                    throw PlexicaException.conflict(
                            "tenant-exists",
                            "it is here already, as " + slug + ", and its people have their accounts there:"
                                    + " delete that one for good before");
                });
    }

    /** Refuses a slug that cannot be had, before anything begins. */
    void demandFree(String slug) {
        try {
            demandUnused(slug);
        } catch (PlexicaException e) {
            throw core.refusedToMake(slug, e);
        }
    }

    /** The same, of which nothing is recorded. */
    void demandUnused(String slug) {
        boolean taken = core.transactions().core(connection -> {
            demandNotRetired(connection, slug);
            return TenantStore.find(connection, slug).isPresent();
        });
        if (taken) {
            throw taken(slug);
        }
    }

    private static void demandNotRetired(Connection connection, String slug) throws SQLException {
        if (TenantStore.isRetired(connection, slug)) {
            throw PlexicaException.conflict(
                    "slug-retired", "a deleted tenant had the slug " + slug + ": choose another");
        }
    }

    static PlexicaException taken(String slug) {
        return PlexicaException.conflict("slug-taken", "another tenant has the slug " + slug + ": choose another");
    }

    private TenantRow row(Checked draft) {
        Instant now = core.now();
        return new TenantRow(
                draft.id(),
                draft.slug(),
                draft.name(),
                TenantStatus.PROVISIONING,
                draft.plan(),
                draft.settings(),
                draft.theme(),
                Instant.EPOCH,
                true,
                null,
                1,
                now,
                now,
                null,
                null);
    }
}
