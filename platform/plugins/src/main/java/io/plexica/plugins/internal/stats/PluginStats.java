package io.plexica.plugins.internal.stats;

import io.plexica.plugins.internal.services.ServiceFigures;
import io.plexica.plugins.internal.usage.UsageRow;
import java.util.List;

/**
 * How a plugin does and is used.
 *
 * @param versions its versions, newest first
 * @param tenants the tenants that have called it lately
 * @param usage what its own code has counted
 * @param services what became of calls to its services, and of those that it made to others'
 * @param installations how many tenants have it
 */
public record PluginStats(
        String plugin,
        List<VersionStats> versions,
        List<TenantStats> tenants,
        List<UsageRow> usage,
        List<ServiceFigures> services,
        int installations) {

    public PluginStats {
        versions = List.copyOf(versions);
        tenants = List.copyOf(tenants);
        usage = List.copyOf(usage);
        services = List.copyOf(services);
    }
}
