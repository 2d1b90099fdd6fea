package io.plexica.jobs.internal.keep;

import io.plexica.jobs.internal.JobsSettings;
import io.plexica.jobs.internal.store.JobRow;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.spi.data.Database;
import io.plexica.spi.jobs.Pieces;
import io.plexica.spi.jobs.PlatformJob;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go the jobs of tenants that are gone, and runs that are too old. What a node that died left behind goes with the next
 * round, once a day.
 */
@Component(
        service = {Housekeeping.class, TenantListener.class, PlatformJob.class},
        immediate = true)
public final class Housekeeping implements TenantListener, PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int BATCH = 10_000;

    private final Database database;
    private final JobStore jobs;
    private final RunStore runs;
    private final Tenants tenants;
    private final int days;

    /** Keeps house in the database. */
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
    }

    @Override
    public String name() {
        return "jobs.retention";
    }

    @Override
    public String schedule() {
        return "P1D";
    }

    @Override
    public void run() {
        long gone = removeOld();
        int orphans = removeOrphans();
        if (gone + orphans > 0) {
            LOG.info(
                    "{} runs of jobs were older than {} days and are gone, as are the jobs of {} tenants that are",
                    gone,
                    days,
                    orphans);
        }
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

    /** Removes runs that are too old; how many. */
    long removeOld() {
        return Pieces.all(BATCH, () -> runs.removeOld(days, BATCH));
    }

    /** Removes the jobs of tenants that there are no more; of how many. */
    int removeOrphans() {
        Set<String> orphans = database.apart(() -> jobs.of(null)).stream()
                .filter(job -> !job.isOfPlatform())
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
