package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.task.Execution;
import io.plexica.jobs.internal.JobMeters;
import io.plexica.jobs.internal.JobsSettings;
import io.plexica.jobs.internal.RunnerWakeup;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.jobs.JobHandlers;
import io.plexica.spi.tenancy.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on this node when they are due. Whatever ends in the middle is in the database, and is taken up by another node,
 * or later.
 */
@Component(service = Engine.class, immediate = true)
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final RunnerWakeup wake;
    private final Runnable sleeper = this::look;
    private final DatabaseClock clock = new DatabaseClock();
    private final RunStore runs;
    private final JobMeters meters;
    private final Runner runner;
    private final RunCompletion ends;
    private final DueTable due;
    private final JobScheduler scheduler;

    /** Begins to look. */
    @Activate
    public Engine(
            @Reference Database database,
            @Reference JobStore jobs,
            @Reference RunStore runs,
            @Reference JobHandlers plugins,
            @Reference PlatformJobs own,
            @Reference Tenants tenants,
            @Reference RunnerWakeup wake,
            @Reference JobsSettings settings,
            @Reference JobMeters meters,
            @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this.wake = wake;
        this.runs = runs;
        String node = NodeName.ofThis();
        SchedulerName name = new SchedulerName.Fixed(node);
        PluginShares shares = new PluginShares(settings.share());
        TaskResolver tasks = new TaskResolver(
                new SchedulerListeners(List.of()),
                clock,
                new ArrayList<>(List.of(new JobTask(this::work, this::left))));
        CoreConnections connections = new CoreConnections(database);
        this.due = new DueTable(connections, new FairPicker(shares), tasks, name, clock, shares, plugins::areKnown);
        this.ends = new RunCompletion(connections, jobs, due, settings, clock);
        this.meters = meters;
        this.runner = new Runner(database, jobs, runs, plugins, own, tenants, settings, shares, meters, clock, node);
        this.scheduler = JobScheduler.of(due, tasks, name, clock, settings);
        wake.add(sleeper);
        scheduler.start();
    }

    /** Stops; jobs under way are interrupted, and due again. */
    @Deactivate
    public void close() {
        wake.remove(sleeper);
        scheduler.stop();
    }

    /** Why nothing was found when it was last looked; null when all was well. */
    public @Nullable String failure() {
        return due.failure();
    }

    /** The time by which jobs are due. */
    public Instant now() {
        return clock.now();
    }

    private void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    private void work(Execution execution) {
        try {
            runner.run(execution, ends);
        } finally {
            // Its plugin may have others that waited for its place.
            look();
        }
    }

    private void left(Execution execution) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            String reason = "The node " + execution.pickedBy + " ended, or was not heard of, in the middle";
            if (runs.cutOff(JobKey.of(execution).jobId(), execution.version, reason)) {
                ends.done(execution);
            } else {
                ends.find(execution).ifPresent(job -> meters.cutOff(job.pluginId(), job.name()));
                LOG.warn("{} of {} is taken up again: {}", execution.getTaskName(), execution.getId(), reason);
                ends.cutOff(execution);
            }
        }
    }
}
