package io.plexica.search.internal.index;

import io.plexica.search.internal.Engines;
import io.plexica.search.internal.SearchSettings;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.SearchEngine;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go what nobody searches any more: all of tenants that are gone, and indexes that were replaced or never finished. What
 * cannot be removed at once, since the engine is away or the node died, goes with the next round, of which every node makes
 * one when it starts and then each hour.
 */
@Component(
        service = {Sweeping.class, TenantListener.class},
        immediate = true)
public final class Sweeping implements TenantListener {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Engines engines;
    private final Lanes lanes;
    private final Courier courier;
    private final Tenants tenants;
    private final Rounds rounds;

    /** Begins. */
    @Activate
    public Sweeping(
            @Reference Engines engines,
            @Reference Lanes lanes,
            @Reference Courier courier,
            @Reference Tenants tenants,
            @Reference SearchSettings settings) {
        this.engines = engines;
        this.lanes = lanes;
        this.courier = courier;
        this.tenants = tenants;
        this.rounds = new Rounds("plexica-search-sweeping", this::round, PAUSE);
    }

    /** Stops. */
    @Deactivate
    public void close() {
        rounds.stop();
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
        Lane lane = lanes.find(index.tenantSlug(), index.pluginId());
        return index.generation() == lane.generation()
                || Long.valueOf(index.generation()).equals(lane.building());
    }

    /** Makes a round now. */
    public boolean round() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            lanes.leaveOthers();
            courier.changes().leaveOthers();
            Set<String> living = tenants.all().stream().map(Tenant::slug).collect(Collectors.toSet());
            for (String tenant : lanes.tenants()) {
                if (!living.contains(tenant)) {
                    courier.changes().forget(tenant);
                    lanes.forget(tenant);
                }
            }
            SearchEngine engine = engines.current();
            for (String tenant : engine.tenants()) {
                for (IndexRef index : engine.indexes(tenant)) {
                    if (!living.contains(tenant) || !isUsed(index)) {
                        engine.drop(index);
                    }
                }
            }
            for (IndexRef broken : lanes.brokenOff()) {
                lanes.abandon(broken);
                sweep(broken.tenantSlug(), broken.pluginId());
            }
        } catch (IOException e) {
            LOG.warn("What nobody searches any more is removed later: {}", e.getMessage());
        }
        // Whoever wakes this wants a round, whatever became of the last.
        return true;
    }
}
