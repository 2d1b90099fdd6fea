package io.plexica.search.internal.index;

import io.plexica.search.internal.Engines;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.jobs.PlatformJob;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go what nobody searches any more: all of tenants that are gone, and indexes that were replaced or never finished. What
 * cannot be removed at once, since the engine is away or the node died, goes with the next round, of which one node makes one
 * each hour.
 */
@Component(
        service = {Sweeping.class, TenantListener.class, PlatformJob.class},
        immediate = true)
public final class Sweeping implements TenantListener, PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final Engines engines;
    private final IndexTable lanes;
    private final ChangeDelivery courier;
    private final Tenants tenants;
    private final WorkerSchedule rounds;

    /** Sweeps when it is told to. */
    @Activate
    public Sweeping(
            @Reference Engines engines,
            @Reference IndexTable lanes,
            @Reference ChangeDelivery courier,
            @Reference Tenants tenants) {
        this.engines = engines;
        this.lanes = lanes;
        this.courier = courier;
        this.tenants = tenants;
        this.rounds = new WorkerSchedule("plexica-search-sweeping", this::round);
    }

    /** Stops. */
    @Deactivate
    public void close() {
        rounds.stop();
    }

    @Override
    public String name() {
        return "search.sweep";
    }

    @Override
    public String schedule() {
        return "PT1H";
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            rounds.wake();
        }
    }

    /** Removes the indexes of a plugin that are neither used nor being made. */
    public void sweep(String tenant, String plugin) throws IOException {
        SearchEngine engine = engines.current();
        for (IndexRef index : engine.indexes(tenant)) {
            if (index.pluginId().equals(plugin) && !isUsed(index)) {
                engine.drop(index);
            }
        }
    }

    private boolean isUsed(IndexRef index) {
        IndexRoute lane = lanes.find(index.tenantSlug(), index.pluginId());
        return index.generation() == lane.generation()
                || Long.valueOf(index.generation()).equals(lane.building());
    }

    @Override
    public void run() throws IOException {
        lanes.leaveOthers();
        courier.changes().leaveOthers();
        for (String tenant : lanes.tenants()) {
            if (isGone(tenant)) {
                courier.changes().forget(tenant);
                lanes.forget(tenant);
            }
        }
        SearchEngine engine = engines.current();
        for (String tenant : engine.tenants()) {
            boolean gone = isGone(tenant);
            for (IndexRef index : engine.indexes(tenant)) {
                if (gone || !isUsed(index)) {
                    engine.drop(index);
                }
            }
        }
        for (IndexRef broken : lanes.brokenOff()) {
            lanes.abandon(broken);
            sweep(broken.tenantSlug(), broken.pluginId());
        }
    }

    /** Those that this deployment does not serve live all the same. */
    private boolean isGone(String tenant) {
        return tenants.find(tenant).isEmpty();
    }

    private boolean round() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            run();
        } catch (IOException e) {
            LOG.warn("What nobody searches any more is removed later: {}", e.getMessage());
        }
        // Whoever wakes this wants a round, whatever became of the last.
        return true;
    }
}
