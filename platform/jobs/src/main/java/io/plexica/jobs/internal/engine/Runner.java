package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.plexica.api.jobs.JobRun;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.jobs.internal.JobMeters;
import io.plexica.jobs.internal.JobsSettings;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.jobs.internal.store.JobRow;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.jobs.internal.store.RunStore.Begun;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.jobs.JobHandlers;
import io.plexica.spi.jobs.JobHandlers.Outcome;
import io.plexica.spi.jobs.PlatformJob;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a plugin, or a room of the platform, do a job that is due, and notes what became of it. Safe for all threads. */
final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int LONGEST_REASON = 2_000;
    private static final Duration WHILE_ELSEWHERE = Duration.ofSeconds(10);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(2);

    private final Database database;
    private final JobStore jobs;
    private final RunStore runs;
    private final JobHandlers plugins;
    private final PlatformJobs own;
    private final Tenants tenants;
    private final JobsSettings settings;
    private final PluginShares shares;
    private final JobMeters meters;
    private final DatabaseClock clock;
    private final String node;

    Runner(
            Database database,
            JobStore jobs,
            RunStore runs,
            JobHandlers plugins,
            PlatformJobs own,
            Tenants tenants,
            JobsSettings settings,
            PluginShares shares,
            JobMeters meters,
            DatabaseClock clock,
            String node) {
        this.database = database;
        this.jobs = jobs;
        this.runs = runs;
        this.plugins = plugins;
        this.own = own;
        this.tenants = tenants;
        this.settings = settings;
        this.shares = shares;
        this.meters = meters;
        this.clock = clock;
        this.node = node;
    }

    /** Does it, and tells what is to become of it. */
    void run(Execution execution, RunCompletion ends) {
        JobKey key = JobKey.of(execution);
        ExecutionContext outside = ExecutionContext.platform(Contexts.newTraceId());
        try (Contexts.Scope scope = Contexts.open(outside)) {
            JobRow job = database.apart(() -> jobs.find(key.jobId())).orElse(null);
            if (job == null) {
                LOG.debug("{} is gone", execution);
                return;
            }
            if (job.isOfPlatform()) {
                runOwn(execution, job, outside, ends);
            } else {
                runOfPlugin(execution, job, outside, ends);
            }
        } finally {
            shares.given(key.pluginId());
        }
    }

    private void runOwn(Execution execution, JobRow job, ExecutionContext outside, RunCompletion ends) {
        PlatformJob work = own.find(job.name()).orElse(null);
        if (work == null) {
            // Its room begins later, or is another version's on another node.
            ends.postponed(execution, WHILE_ELSEWHERE);
            return;
        }
        run(execution, job, "", outside.as(Principal.SYSTEM, Grants.NONE), ends, (run, atEnd) -> {
            work.run();
            database.apart(() -> {
                atEnd.run();
                return true;
            });
            return Outcome.DONE;
        });
    }

    private void runOfPlugin(Execution execution, JobRow job, ExecutionContext outside, RunCompletion ends) {
        Tenant tenant = tenants.find(job.tenantSlug()).orElse(null);
        if (tenant == null) {
            ends.gone(execution);
            return;
        }
        PluginRef version = tenant.isActive() ? plugins.version(job.tenantSlug(), job.pluginId()) : null;
        if (version == null) {
            ends.delisted(execution);
            return;
        }
        run(
                execution,
                job,
                version.version(),
                outside.inTenant(tenant),
                ends,
                (run, atEnd) -> plugins.run(job.pluginId(), run, settings.timeout(), atEnd));
    }

    private void run(
            Execution execution, JobRow job, String version, ExecutionContext context, RunCompletion ends, Work work) {
        int attempt = execution.consecutiveFailures + 1;
        Begun begun = runs.begin(job, execution.version, version, attempt, node, execution.executionTime);
        JobRun run = new JobRun(id(job, begun), job.name(), begun.dueAt(), attempt, Payload.read(job.payload()));
        Outcome outcome;
        JobMeters.Run metered = meters.began(job.pluginId(), job.name(), lateness(execution));
        try (Contexts.Scope scope = Contexts.open(context)) {
            outcome = work.run(run, () -> runs.succeeded(begun.id()));
        } catch (Exception e) {
            failed(execution, job, begun, e, ends, metered);
            return;
        } finally {
            metered.close();
        }
        shares.ended(job.pluginId(), true);
        if (outcome == Outcome.DONE) {
            metered.ended(JobMeters.Outcome.DONE);
        }
        settle(execution, begun, outcome, ends);
    }

    private void settle(Execution execution, Begun begun, Outcome outcome, RunCompletion ends) {
        switch (outcome) {
            case DONE -> ends.done(execution);
            case NOT_WANTED -> {
                if (runs.discard(begun.id())) {
                    ends.delisted(execution);
                }
            }
            case NOT_HERE -> {
                if (runs.discard(begun.id())) {
                    ends.postponed(execution, WHILE_ELSEWHERE);
                }
            }
        }
    }

    private void failed(
            Execution execution, JobRow job, Begun begun, Exception e, RunCompletion ends, JobMeters.Run metered) {
        if (isNoFaultOfIts(e)) {
            LOG.debug("The {} is not possible now", job, e);
            if (runs.discard(begun.id())) {
                ends.postponed(execution, WHILE_AWAY);
            }
            return;
        }
        boolean late = e instanceof PlexicaException known && known.code() == ErrorCode.PLUGIN_TIMEOUT;
        shares.ended(job.pluginId(), !late);
        metered.ended(late ? JobMeters.Outcome.LATE : JobMeters.Outcome.FAILED);
        if (!runs.failed(begun.id(), reason(e))) {
            LOG.warn("The {} was thought dead and is another node's by now; nothing of it is kept here", job);
        } else if (ends.failed(execution)) {
            LOG.warn("The {} failed, attempt {} of {}", job, execution.consecutiveFailures + 1, settings.attempts(), e);
        } else {
            LOG.error("The {} failed for the last time and waits for its next one", job, e);
        }
    }

    /** The database is away, or the platform stops; the interruption is done with once it is noted. */
    private static boolean isNoFaultOfIts(Exception e) {
        return Thread.interrupted() || (e instanceof DatabaseException known && known.isOfDatabase());
    }

    private static UUID id(JobRow job, Begun begun) {
        return job.isSingle()
                ? job.id()
                : UUID.nameUUIDFromBytes((job.id() + "/" + begun.dueAt()).getBytes(StandardCharsets.UTF_8));
    }

    private Duration lateness(Execution execution) {
        return Duration.between(execution.executionTime, clock.now());
    }

    static String reason(Exception e) {
        String detail = e instanceof PlexicaException known ? known.detail() : e.toString();
        String text = (e instanceof DatabaseException sql ? sql.explained() : detail).replace("\0", "");
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /** What is done when a job runs. */
    private interface Work {

        /**
         * Does it.
         *
         * @param atEnd to be called in the unit of work that shows that it was done
         */
        Outcome run(JobRun run, Runnable atEnd) throws Exception;
    }
}
