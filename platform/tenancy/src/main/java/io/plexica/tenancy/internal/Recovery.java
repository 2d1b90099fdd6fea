package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.tenancy.internal.Saga.Kind;
import io.plexica.tenancy.internal.Saga.Status;
import io.plexica.tenancy.internal.Saga.Step;
import java.util.Optional;

/**
 * Ends what a process that died has left in the middle. A tenant is finished when all its steps are done, and undone
 * otherwise: the first admin's password is known to nobody any more. Whoever calls holds the slug's lock, so that nobody
 * alive is working on it.
 */
final class Recovery {

    private static final String CRASHED = "the platform stopped in the middle of the provisioning";

    private final TenancyServices core;
    private final Creation creation;
    private final Removal removal;
    private final Participants participants;

    Recovery(TenancyServices core, Creation creation, Removal removal, Participants participants) {
        this.core = core;
        this.creation = creation;
        this.removal = removal;
        this.participants = participants;
    }

    /**
     * Ends what is open for a slug.
     *
     * @return what was open
     */
    Optional<Kind> recover(String slug) {
        Optional<Saga> open = core.transactions().core(connection -> SagaStore.open(connection, slug));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Saga saga = open.get();
        if (saga.kind() == Kind.DELETE) {
            participants.requireAll(saga.pending().stream().map(Step::name).toList());
            removal.finish(saga, Progress.NONE);
        } else {
            endCreation(saga);
        }
        return Optional.of(saga.kind());
    }

    private void endCreation(Saga saga) {
        TenantRow row = core.find(saga.slug())
                .filter(it -> it.status() == TenantStatus.PROVISIONING)
                .orElseThrow(() -> new IllegalStateException("No tenant is being made as " + saga.slug()));
        if (saga.status() == Status.RUNNING && saga.pending().isEmpty()) {
            creation.finish(row, saga);
            return;
        }
        participants.requireAll(saga.toUndo().stream().map(Step::name).toList());
        try {
            creation.undo(row, saga, saga.reason() == null ? CRASHED : saga.reason(), Progress.NONE);
        } catch (SagaFailure failure) {
            throw failure.toProblem(
                    "What is left of the tenant " + row.slug() + " is not undone", "The platform keeps trying");
        }
    }
}
