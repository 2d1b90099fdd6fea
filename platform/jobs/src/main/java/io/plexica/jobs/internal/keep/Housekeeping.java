package io.plexica.jobs.internal.keep;

import io.plexica.jobs.internal.JobsSettings;
import io.plexica.jobs.internal.store.JobRow;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.spi.data.Database;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go the jobs of tenants that are gone, and runs that are too old. What a node that died left behind goes with the next
 * round, which every node makes once a day.
 */
@Component(
        service = {Housekeeping.class, TenantListener.class},
        immediate = true)
public final class Housekeeping implements TenantListener {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration PERIOD = Duration.ofDays(1);
    private static final int BATCH = 10_000;

    private final Database database;
    private final JobStore jobs;
    private final RunStore runs;
    private final Tenants tenants;
    private final int days;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(null, work, "plexica-jobs-housekeeping", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Housekeeping.class.getClassLoader());
        return thread;
    });

    /** Begins after a while. */
    @Activate
    public Housekeeping(
            @Reference Database database,
            @Reference JobStore jobs,
            @Reference RunStore runs,
            @Reference Tenants tenants,
            @Reference JobsSettings settings) {
        this.database = database;
        this.jobs = jobs;
        this.runs = runs;
        this.tenants = tenants;
        this.days = settings.retentionDays();
        worker.scheduleWithFixedDelay(this::round, FIRST.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends. */
    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() != TenantStatus.DELETED) {
            return;
        }
        try {
            remove(tenant.slug());
        } catch (RuntimeException e) {
            LOG.warn("The jobs of {} are still there, until tomorrow: {}", tenant.slug(), e.getMessage(), e);
        }
    }

    private void round() {
        try {
            int gone = removeOld();
            int orphans = removeOrphans();
            if (gone + orphans > 0) {
                LOG.info(
                        "{} runs of jobs were older than {} days and are gone, as are the jobs of {} tenants that are",
                        gone,
                        days,
                        orphans);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old runs of jobs stay until tomorrow: {}", e.getMessage(), e);
        }
    }

    /** Removes runs that are too old; how many. */
    int removeOld() {
        int gone = 0;
        int last;
        do {
            last = runs.removeOld(days, BATCH);
            gone += last;
        } while (last == BATCH);
        return gone;
    }

    /** Removes the jobs of tenants that there are no more; of how many. */
    int removeOrphans() {
        Set<String> orphans = database.apart(() -> jobs.of(null)).stream()
                .map(JobRow::tenantSlug)
                .filter(slug -> tenants.find(slug).isEmpty())
                .collect(Collectors.toSet());
        orphans.forEach(this::remove);
        return orphans.size();
    }

    private void remove(String slug) {
        database.apart(() -> {
            jobs.removeAll(slug, null);
            return true;
        });
    }
}
