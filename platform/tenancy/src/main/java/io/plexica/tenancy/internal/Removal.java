package io.plexica.tenancy.internal;

import io.plexica.api.problem.PlexicaException;
import io.plexica.tenancy.internal.Saga.Kind;
import io.plexica.tenancy.internal.Saga.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Removes a tenant for good. Whoever calls holds the slug's lock. */
final class Removal {

    static final String ACTION = "core.tenant.deleted";

    private final TenancyServices core;
    private final SagaRunner runner;
    private final Participants participants;

    Removal(TenancyServices core, SagaRunner runner, Participants participants) {
        this.core = core;
        this.runner = runner;
        this.participants = participants;
    }

    /**
     * Removes a tenant, if it still is as the caller found it.
     *
     * @param still looks at it once nobody can change it any more
     */
    void remove(TenantRow row, Predicate<TenantRow> still, Progress progress) {
        List<String> made = core.transactions()
                .core(connection -> SagaStore.creation(connection, row.id()))
                .map(Saga::names)
                .orElse(List.of());
        List<String> steps = Saga.toRemove(core.settings().steps(), made);
        try {
            participants.requireAll(steps);
        } catch (PlexicaException e) {
            throw core.refused(ACTION, row, e);
        }
        Optional<Saga> begun = begin(row, steps, still);
        if (begun.isPresent()) {
            finish(begun.get(), progress);
        }
    }

    /** Does what is left of a removal that has begun. */
    void finish(Saga saga, Progress progress) {
        TenantRow row = core.find(saga.slug()).orElseThrow(() -> TenancyServices.notFound(saga.slug()));
        core.directory().put(row);
        try {
            runner.remove(saga, row.spec(null), progress);
        } catch (SagaFailure failure) {
            core.recordFailure(ACTION, row, failure.reason());
            throw failure.toProblem(
                    "The tenant " + row.slug() + " is not removed completely",
                    "It serves nobody any more, and the platform keeps trying to remove the rest");
        }
        core.transactions().in(() -> {
            core.transactions().joined(connection -> TenantStore.retire(connection, row));
            core.transactions().joined(connection -> TenantStore.delete(connection, row.id()));
            core.record(ACTION, row, Optional.of(row), Optional.empty());
            return core.transactions().joined(connection -> SagaStore.mark(connection, saga, Status.SUCCEEDED, null));
        });
        core.directory().remove(row);
    }

    /** From here on the tenant serves nobody, and there is no way back. */
    private Optional<Saga> begin(TenantRow row, List<String> steps, Predicate<TenantRow> still) {
        Saga saga = Saga.planned(row.id(), row.slug(), Kind.DELETE, steps);
        Optional<TenantRow> saved = core.transactions().in(() -> {
            TenantRow before = core.lock(row.slug());
            if (!still.test(before)) {
                return Optional.empty();
            }
            TenantRow after = core.transactions()
                    .joined(connection -> TenantStore.save(connection, before.pendingDeletion(core.now(), core.now())));
            core.transactions().joined(connection -> SagaStore.insert(connection, saga));
            core.record("core.tenant.deletion-begun", after, Optional.of(before), Optional.of(after));
            return Optional.of(after);
        });
        saved.ifPresent(core.directory()::put);
        return saved.map(after -> saga);
    }
}
