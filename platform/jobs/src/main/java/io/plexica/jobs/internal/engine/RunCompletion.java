package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.NewValue;
import com.github.kagkarlsson.scheduler.task.RescheduleUpdate;
import io.plexica.jobs.internal.JobsSettings;
import io.plexica.jobs.internal.store.JobRow;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.time.ScheduleTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a job after a run: when it is due again, or that it is not. That is decided while nobody pauses or resumes it:
 * neither is a job due that people have paused meanwhile, nor does one wait for ever that they have resumed. Safe for all threads.
 */
final class RunCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(RunCompletion.class);

    private static final NewValue<Integer> NONE_IN_A_ROW = new NewValue<>(0);

    private final CoreConnections connections;
    private final JobStore jobs;
    private final TaskRepository due;
    private final JobsSettings settings;
    private final DatabaseClock clock;

    RunCompletion(
            CoreConnections connections,
            JobStore jobs,
            TaskRepository due,
            JobsSettings settings,
            DatabaseClock clock) {
        this.connections = connections;
        this.jobs = jobs;
        this.due = due;
        this.settings = settings;
        this.clock = clock;
    }

    /** It was done. */
    void done(Execution execution) {
        RescheduleUpdate known = RescheduleUpdate.toExecutionTime(clock.now())
                .lastSuccess(clock.now())
                .build();
        ended(execution, job -> {
            regular(execution, job, known);
            return true;
        });
    }

    /**
     * It failed.
     *
     * @return whether it is tried again before its next regular time
     */
    boolean failed(Execution execution) {
        return failed(execution, settings.backoffAfter(execution.consecutiveFailures + 1));
    }

    /** It went with its node, and nobody waits before it is tried again: one that somebody asked for is still owed; whether it is. */
    boolean cutOff(Execution execution) {
        return decide(execution, job -> {
            boolean again = failed(execution, job, Duration.ZERO, JobRow::isHeld);
            if (!again) {
                answered(job);
            }
            return again;
        });
    }

    /** It is due again after a while, as if nobody had tried: one that somebody asked for is still owed. */
    void postponed(Execution execution, Duration wait) {
        decide(execution, job -> {
            if (job.filter(JobRow::isHeld).isPresent()) {
                due.remove(execution);
            } else {
                due.reschedule(
                        execution,
                        RescheduleUpdate.toExecutionTime(clock.now().plus(wait)).build());
            }
            return true;
        });
    }

    /** It waits for something else than a time. */
    void delisted(Execution execution) {
        due.remove(execution);
    }

    /** Its tenant is gone. */
    void gone(Execution execution) {
        connections.within(connection -> {
            jobs.remove(JobKey.of(execution).jobId());
            return true;
        });
    }

    private boolean failed(Execution execution, Duration wait) {
        return ended(execution, job -> failed(execution, job, wait, JobRow::paused));
    }

    private boolean failed(Execution execution, Optional<JobRow> job, Duration wait, Predicate<JobRow> keptBack) {
        int failures = execution.consecutiveFailures + 1;
        RescheduleUpdate.Builder again = RescheduleUpdate.toExecutionTime(
                        clock.now().plus(wait))
                .lastFailure(clock.now())
                .consecutiveFailures(failures);
        if (failures >= settings.attempts()) {
            regular(execution, job, again.build());
            return false;
        }
        if (job.filter(keptBack).isPresent()) {
            due.remove(execution);
        } else {
            due.reschedule(execution, again.build());
        }
        return true;
    }

    /** A job with a schedule is due at its next time, unless somebody has paused it meanwhile; a single run was the only one. */
    private void regular(Execution execution, Optional<JobRow> found, RescheduleUpdate known) {
        JobRow job = found.orElse(null);
        if (job == null) {
            LOG.debug("{} is gone meanwhile", execution);
        } else if (job.schedule() == null) {
            gone(execution);
        } else if (job.paused()) {
            due.remove(execution);
        } else {
            Instant next =
                    ScheduleTimes.next(job.schedule(), ZoneId.of(job.zone()), execution.executionTime, clock.now());
            due.reschedule(
                    execution,
                    new RescheduleUpdate(next, null, known.lastSuccess(), known.lastFailure(), NONE_IN_A_ROW));
        }
    }

    /** The job that is due. */
    Optional<JobRow> find(Execution execution) {
        return connections.within(connection -> jobs.find(JobKey.of(execution).jobId()));
    }

    /** Likewise of a run that is over: if somebody asked for it, it is owed no more. */
    private boolean ended(Execution execution, Predicate<Optional<JobRow>> decision) {
        return decide(execution, job -> {
            answered(job);
            return decision.test(job);
        });
    }

    private void answered(Optional<JobRow> job) {
        job.filter(JobRow::byHand).ifPresent(asked -> jobs.answered(asked.id()));
    }

    /** Decides in one unit of work, in which the job stays as it is. */
    private boolean decide(Execution execution, Predicate<Optional<JobRow>> decision) {
        return connections.within(
                connection -> decision.test(jobs.lock(JobKey.of(execution).jobId())));
    }
}
