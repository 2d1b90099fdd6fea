package io.plexica.tenancy.internal;

import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import io.plexica.tenancy.internal.Progress.Event;
import io.plexica.tenancy.internal.Saga.Status;
import io.plexica.tenancy.internal.Saga.Step;
import io.plexica.tenancy.internal.Saga.StepStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a saga and records each before and after: those that make a tenant beside each other where they allow
 * it, those that undo one after the other. Whoever calls holds the slug's lock.
 */
final class SagaRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SagaRunner.class);

    private final Transactions transactions;
    private final Participants participants;
    private final TenantWorkers workers;

    SagaRunner(Transactions transactions, Participants participants, TenantWorkers workers) {
        this.transactions = transactions;
        this.participants = participants;
        this.workers = workers;
    }

    /** Does every step that is not done; when one fails, those that run are waited for and no more begin. */
    void apply(Saga saga, TenantSpec tenant, Progress progress) throws SagaFailure {
        StepOrder order = new StepOrder(saga.steps(), participants::require);
        TenantWorkers.Results<Step> running = workers.results();
        List<SagaFailure> failures = new ArrayList<>();
        begin(saga, order.takeReady(), tenant, progress, running);
        while (running.open() > 0) {
            try {
                order.done(running.next());
            } catch (SagaFailure e) {
                failures.add(e);
            }
            if (failures.isEmpty()) {
                begin(saga, order.takeReady(), tenant, progress, running);
            }
        }
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
            throw failures.get(0);
        }
        if (!order.waiting().isEmpty()) {
            throw new SagaFailure(
                    String.join(", ", order.waiting()), new IllegalStateException("these steps wait for each other"));
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

    private void begin(
            Saga saga, List<Step> ready, TenantSpec tenant, Progress progress, TenantWorkers.Results<Step> running) {
        for (Step step : ready) {
            running.run(() -> {
                run(saga, step, StepStatus.RUNNING, StepStatus.DONE, progress, it -> it.apply(tenant));
                return step;
            });
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
