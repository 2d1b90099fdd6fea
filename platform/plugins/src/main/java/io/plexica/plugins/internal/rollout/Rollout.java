package io.plexica.plugins.internal.rollout;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.UUID;

/**
 * A rollout that may begin: nobody else rolls the plugin out meanwhile.
 *
 * @param id under which it holds the plugin
 * @param target the version
 * @param tenants who is to be moved, in this order
 */
public record Rollout(UUID id, PluginRef target, List<Tenant> tenants) {

    public Rollout {
        tenants = List.copyOf(tenants);
    }
}
