package io.plexica.jobs.internal.keep;

import io.plexica.api.problem.PlexicaException;
import io.plexica.jobs.internal.JobsSettings;
import io.plexica.jobs.internal.engine.Engine;
import io.plexica.jobs.internal.keep.Reconciliation.Change;
import io.plexica.jobs.internal.keep.Reconciliation.Forget;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.jobs.internal.store.JobRow;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.time.Zones;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.jobs.JobHandlers;
import io.plexica.spi.jobs.JobHandlers.Declared;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the list of jobs to what tenants have: a while after something has changed, so that this node knows it, and all of
 * it now and then. What several nodes do at once is the same, so they need not take turns. Safe for all threads.
 */
@Component(service = ReconciliationSchedule.class, immediate = true)
public final class ReconciliationSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationSchedule.class);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration SURELY = Duration.ofSeconds(3);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final String ALL = "";
    private static final String OWN = "*";

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor worker;
    private final Database database;
    private final JobStore jobs;
    private final JobHandlers plugins;
    private final PlatformJobs own;
    private final Runnable ownChanged = () -> changed(OWN);
    private final Tenants tenants;
    private final Engine engine;
    private final ZoneId zone;
    private final int days;

    /** Begins with all of it. */
    @Activate
    public ReconciliationSchedule(
            @Reference Database database,
            @Reference JobStore jobs,
            @Reference JobHandlers plugins,
            @Reference PlatformJobs own,
            @Reference Tenants tenants,
            @Reference Engine engine,
            @Reference JobsSettings settings,
            @Reference(target = "(plexica.room=jobs)") SchemaReady schemaReady) {
        this.database = database;
        this.jobs = jobs;
        this.plugins = plugins;
        this.own = own;
        this.tenants = tenants;
        this.engine = engine;
        this.zone = settings.zone();
        this.days = settings.retentionDays();
        this.worker = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(null, work, "plexica-jobs-keeper", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(ReconciliationSchedule.class.getClassLoader());
            return thread;
        });
        own.onAdded(ownChanged);
        worker.scheduleWithFixedDelay(() -> changed(ALL), 0, PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends. */
    @Deactivate
    public void close() {
        own.forget(ownChanged);
        worker.shutdownNow();
    }

    /** A tenant may have other jobs, or all may for an empty slug: it is looked soon, and once more when all nodes know it. */
    void changed(String slug) {
        waiting.add(slug);
        schedule(this::work, SOON);
        schedule(
                () -> {
                    waiting.add(slug);
                    work();
                },
                SURELY);
    }

    /** Brings the list of a tenant to what it has now; of the platform itself for an empty slug, of all for null. */
    public void reconcile(@Nullable String slug) {
        Map<String, List<JobRow>> rows =
                database.apart(() -> jobs.of(slug)).stream().collect(Collectors.groupingBy(JobRow::tenantSlug));
        Set<String> slugs = new TreeSet<>(rows.keySet());
        if (slug == null) {
            slugs.add(PlatformJobs.NO_TENANT);
            tenants.all().forEach(tenant -> slugs.add(tenant.slug()));
        } else {
            slugs.add(slug);
        }
        for (String each : slugs) {
            List<Change> changes = changes(each, rows.getOrDefault(each, List.of()));
            if (!changes.isEmpty()) {
                database.apart(() -> {
                    changes.forEach(change -> change.make(jobs, each));
                    return true;
                });
            }
        }
    }

    private List<Change> changes(String slug, List<JobRow> rows) {
        if (slug.equals(PlatformJobs.NO_TENANT)) {
            return ownChanges(rows);
        }
        Tenant tenant = tenants.find(slug).orElse(null);
        List<Declared> declared = tenant != null && tenant.isActive() ? plugins.declared(slug) : List.of();
        return declared.isEmpty() && rows.isEmpty()
                ? List.of()
                : new Reconciliation(declared, Zones.of(tenants.settings(slug), zone), engine.now()).changes(rows);
    }

    /** What no room of this node has may be another node's, or may come: it goes when its last run is forgotten. */
    private List<Change> ownChanges(List<JobRow> rows) {
        List<JobRow> known =
                rows.stream().filter(row -> own.find(row.name()).isPresent()).toList();
        List<Change> changes = new ArrayList<>(new Reconciliation(own.declared(), zone, engine.now()).changes(known));
        rows.stream().filter(row -> !known.contains(row)).forEach(row -> changes.add(new Forget(row.id(), days)));
        return changes;
    }

    private void work() {
        if (!plugins.areKnown()) {
            schedule(this::work, SOON);
            return;
        }
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            for (String slug : Set.copyOf(waiting)) {
                waiting.remove(slug);
                work(slug);
            }
        }
    }

    private void work(String slug) {
        try {
            reconcile(slug.equals(ALL) ? null : slug.equals(OWN) ? PlatformJobs.NO_TENANT : slug);
        } catch (PlexicaException e) {
            LOG.debug("The jobs of '{}' are looked at again", slug, e);
            waiting.add(slug);
            schedule(this::work, SURELY);
        } catch (RuntimeException e) {
            LOG.error("The jobs of '{}' could not be brought to what is there", slug, e);
        }
    }

    private void schedule(Runnable work, Duration pause) {
        try {
            worker.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Jobs are not kept any more", e);
        }
    }
}
