package io.plexica.plugins.internal.stats;

import io.plexica.plugins.internal.runtime.DroppedLogLines;
import io.plexica.plugins.internal.runtime.HarmWatch;
import io.plexica.plugins.internal.runtime.Leak;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.services.ServiceCalls;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.usage.UsageStore;
import io.plexica.spi.plugins.PluginCalls;
import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginCalls.Figures;
import io.plexica.spi.plugins.PluginRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together how plugins do: calls as this node has counted them, use as all nodes have. Safe for all threads. */
@Component(service = StatsReader.class)
public final class StatsReader {

    private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, BreakerState.CLOSED, 0);

    private final PluginCalls calls;
    private final PluginRuntime runtime;
    private final HarmWatch harm;
    private final DroppedLogLines dropped;
    private final InstallationStore installations;
    private final UsageStore usage;
    private final ServiceCalls services;

    /** Takes what it asks. */
    @Activate
    public StatsReader(
            @Reference PluginCalls calls,
            @Reference PluginRuntime runtime,
            @Reference HarmWatch harm,
            @Reference DroppedLogLines dropped,
            @Reference InstallationStore installations,
            @Reference UsageStore usage,
            @Reference ServiceCalls services) {
        this.calls = calls;
        this.runtime = runtime;
        this.harm = harm;
        this.dropped = dropped;
        this.installations = installations;
        this.usage = usage;
        this.services = services;
    }

    /**
     * How a plugin does.
     *
     * @param versions those to tell of, newest first
     * @param tenantSlug only in this tenant; null for all
     */
    public PluginStats read(
            String pluginId,
            List<StoredVersion> versions,
            @Nullable String tenantSlug,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        List<Installation> users = (tenantSlug == null ? installations.all() : installations.ofTenant(tenantSlug))
                .stream()
                        .filter(installation -> installation.plugin().id().equals(pluginId))
                        .filter(installation -> installation.status().isPresent())
                        .toList();
        List<VersionStats> told = new ArrayList<>();
        List<TenantStats> tenants = new ArrayList<>();
        for (StoredVersion version : versions) {
            PluginRef ref = version.ref();
            Map<String, Figures> byTenant = calls.byTenant(ref);
            int on = (int)
                    users.stream().filter(user -> user.plugin().equals(ref)).count();
            if (tenantSlug == null) {
                told.add(whole(version, on));
                byTenant.forEach((slug, figures) -> tenants.add(TenantStats.of(slug, ref.version(), figures)));
            } else if (on > 0 || byTenant.containsKey(tenantSlug)) {
                Figures own = byTenant.getOrDefault(tenantSlug, NOTHING);
                told.add(VersionStats.of(
                        ref.version(), version.status().name(), own, own.hungThreads(), 0, 0, version.size(), on));
                tenants.add(TenantStats.of(tenantSlug, ref.version(), own));
            }
        }
        return new PluginStats(
                pluginId,
                told,
                tenants,
                usage.read(pluginId, tenantSlug, from, to),
                services.of(pluginId, tenantSlug),
                users.size());
    }

    private VersionStats whole(StoredVersion version, int tenants) {
        PluginRef ref = version.ref();
        int leaks = (int)
                runtime.leaks().stream().map(Leak::plugin).filter(ref::equals).count();
        return VersionStats.of(
                ref.version(),
                version.status().name(),
                calls.figures(ref),
                harm.hungThreads(ref),
                leaks,
                dropped.of(ref),
                version.size(),
                tenants);
    }
}
