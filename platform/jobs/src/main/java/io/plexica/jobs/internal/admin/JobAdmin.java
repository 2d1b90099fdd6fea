package io.plexica.jobs.internal.admin;

import io.plexica.api.problem.PlexicaException;
import io.plexica.jobs.internal.RunnerWakeup;
import io.plexica.jobs.internal.engine.Engine;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.jobs.internal.store.JobRow;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.time.ScheduleTimes;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.jobs.JobHandlers;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do with jobs. Each change leaves an audit row. Safe for all threads. */
@Component(service = JobAdmin.class)
public final class JobAdmin {

    private final Database database;
    private final JobStore jobs;
    private final JobList list;
    private final JobHandlers plugins;
    private final PlatformJobs own;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Engine engine;
    private final RunnerWakeup wake;

    /** Changes them in the database. */
    @Activate
    public JobAdmin(
            @Reference Database database,
            @Reference JobStore jobs,
            @Reference JobList list,
            @Reference JobHandlers plugins,
            @Reference PlatformJobs own,
            @Reference Tenants tenants,
            @Reference AuditLog audit,
            @Reference Engine engine,
            @Reference RunnerWakeup wake) {
        this.database = database;
        this.jobs = jobs;
        this.list = list;
        this.plugins = plugins;
        this.own = own;
        this.tenants = tenants;
        this.audit = audit;
        this.engine = engine;
        this.wake = wake;
    }

    /**
     * The id of a job with a schedule.
     *
     * @param tenantSlug its tenant; empty for the platform itself
     * @throws PlexicaException {@code not-found}
     */
    public UUID id(String tenantSlug, String pluginId, String name) {
        return database.together(() -> jobs.find(tenantSlug, pluginId, name))
                .orElseThrow(() -> PlexicaException.notFound("There is no job " + name + " of "
                        + (tenantSlug.isEmpty() ? "the platform" : pluginId + " in " + tenantSlug)
                        + ": job:list shows those there are"))
                .id();
    }

    /**
     * Makes a job due now, whether it is paused or not. When it would be due otherwise does not matter then.
     *
     * @throws PlexicaException {@code conflict} ({@code job-runs}, {@code job-not-active})
     */
    public JobView run(JobScope reach, UUID id, IfMatch ifMatch) {
        JobView changed = database.together(() -> {
            JobRow job = locked(reach, id, ifMatch);
            if (job.running()) {
                throw PlexicaException.conflict("job-runs", "The " + job + " runs already");
            }
            requireActive(job);
            jobs.steer(id, job.paused(), true);
            jobs.enlist(id, engine.now());
            jobs.move(id, engine.now());
            record("core.job.run", job);
            return list.get(reach, id);
        });
        database.afterCommit(wake::up);
        return changed;
    }

    /** A job is not due any more until it is resumed; a run that has begun ends. One that is paused stays so. */
    public JobView pause(JobScope reach, UUID id, IfMatch ifMatch) {
        return database.together(() -> {
            JobRow job = locked(reach, id, ifMatch);
            if (!job.isHeld()) {
                jobs.steer(id, true, false);
                jobs.delist(id);
                record("core.job.paused", job);
            }
            return list.get(reach, id);
        });
    }

    /** A job is due again, at its next time; what went by is not made up for. One that is not paused stays as it is. */
    public JobView resume(JobScope reach, UUID id, IfMatch ifMatch) {
        JobView changed = database.together(() -> {
            JobRow job = locked(reach, id, ifMatch);
            if (job.paused()) {
                jobs.steer(id, false, job.byHand());
                if (isActive(job)) {
                    jobs.enlist(id, next(job));
                }
                record("core.job.resumed", job);
            }
            return list.get(reach, id);
        });
        database.afterCommit(wake::up);
        return changed;
    }

    private JobRow locked(JobScope reach, UUID id, IfMatch ifMatch) {
        JobRow job = jobs.lock(id)
                .filter(found -> reach.covers(found.tenantSlug()))
                .orElseThrow(() -> PlexicaException.notFound("There is no job " + id));
        ifMatch.require(job.version());
        return job;
    }

    private void requireActive(JobRow job) {
        if (!isActive(job)) {
            throw PlexicaException.conflict(
                    "job-not-active",
                    "The " + job + " cannot run: "
                            + (job.isOfPlatform()
                                    ? "no part of the platform has it any more"
                                    : "the tenant is not active, or does not have the plugin enabled"));
        }
    }

    private boolean isActive(JobRow job) {
        if (job.isOfPlatform()) {
            return own.find(job.name()).isPresent();
        }
        return tenants.find(job.tenantSlug()).filter(Tenant::isActive).isPresent()
                && plugins.version(job.tenantSlug(), job.pluginId()) != null;
    }

    private Instant next(JobRow job) {
        return job.schedule() == null
                ? Objects.requireNonNull(job.wantedAt())
                : ScheduleTimes.next(job.schedule(), ZoneId.of(job.zone()), null, engine.now());
    }

    private void record(String action, JobRow job) {
        audit.record(
                job.isOfPlatform() ? null : job.tenantSlug(),
                action,
                "job",
                job.id().toString(),
                null,
                Map.of("plugin", job.pluginId(), "name", job.name()));
    }
}
