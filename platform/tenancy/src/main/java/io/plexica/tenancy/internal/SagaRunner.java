package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.tenancy.internal.Progress.Event;
import io.plexica.tenancy.internal.Saga.Status;
import io.plexica.tenancy.internal.Saga.Step;
import io.plexica.tenancy.internal.Saga.StepStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of a saga one after the other and records each before and after. Whoever calls holds the slug's lock. */
final class SagaRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SagaRunner.class);

    private final Transactions transactions;
    private final Participants participants;

    SagaRunner(Transactions transactions, Participants participants) {
        this.transactions = transactions;
        this.participants = participants;
    }

    /** Does every step that is not done. */
    void apply(Saga saga, TenantSpec tenant, Progress progress) throws SagaFailure {
        for (Step step : saga.pending()) {
            run(saga, step, StepStatus.RUNNING, StepStatus.DONE, progress, it -> it.apply(tenant));
        }
    }

    /** Undoes, last first, all that has begun, and records why. */
    void compensate(Saga saga, TenantSpec tenant, String reason, Progress progress) throws SagaFailure {
        if (saga.status() != Status.UNDOING) {
            LOG.warn("Undoing the provisioning of tenant {}: {}", tenant.slug(), reason);
            transactions.core(connection -> SagaStore.mark(connection, saga, Status.UNDOING, reason));
        }
        Saga recorded = transactions.core(
                connection -> SagaStore.open(connection, saga.slug()).orElse(saga));
        for (Step step : recorded.toUndo()) {
            run(recorded, step, StepStatus.UNDOING, StepStatus.UNDONE, progress, it -> it.undo(tenant));
        }
    }

    /** Undoes every step of a removal that is not done. */
    void remove(Saga saga, TenantSpec tenant, Progress progress) throws SagaFailure {
        for (Step step : saga.pending()) {
            run(saga, step, StepStatus.UNDOING, StepStatus.DONE, progress, it -> it.undo(tenant));
        }
    }

    private void run(Saga saga, Step step, StepStatus during, StepStatus after, Progress progress, Work work)
            throws SagaFailure {
        long begun = System.nanoTime();
        try {
            mark(saga, step, during, null);
            progress.step(step.name(), Event.BEGUN);
            work.on(participants.require(step.name()));
            mark(saga, step, after, null);
        } catch (RuntimeException | LinkageError e) {
            SagaFailure failure = new SagaFailure(step.name(), e);
            markFailed(saga, step, during, failure);
            progress.step(step.name(), Event.FAILED);
            throw failure;
        }
        LOG.info(
                "Tenant {}: step {} {} in {} ms",
                saga.slug(),
                step.name(),
                after,
                (System.nanoTime() - begun) / 1_000_000);
        progress.step(step.name(), after == StepStatus.UNDONE ? Event.UNDONE : Event.DONE);
    }

    /** A step that could not be undone stays marked as one to undo. */
    private void markFailed(Saga saga, Step step, StepStatus during, SagaFailure failure) {
        StepStatus status = during == StepStatus.RUNNING ? StepStatus.FAILED : during;
        try {
            mark(saga, step, status, failure.reason());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void mark(Saga saga, Step step, StepStatus status, @Nullable String error) {
        transactions.core(connection -> SagaStore.mark(connection, saga, step, status, error));
    }

    private interface Work {
        void on(ProvisioningStep step);
    }
}
