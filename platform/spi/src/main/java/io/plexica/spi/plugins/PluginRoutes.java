package io.plexica.spi.plugins;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Which version of a plugin answers a tenant. Answered from memory without locking; safe for all threads. */
@ProviderType
public interface PluginRoutes {

    /**
     * The route of a call.
     *
     * @param tenantSlug the tenant of the call; null for none
     * @return the tenant's version; for a tenant without an installation, and for no tenant, the newest available one; null
     *     when there is no such plugin for this caller
     */
    @Nullable
    Route find(String pluginId, @Nullable String tenantSlug);

    /** Whether this node has learnt yet which plugins there are: before that, what is not found may well be there. */
    default boolean areKnown() {
        return true;
    }

    /**
     * Why nobody may call a version at the moment, whoever is led to it: the reason of its quarantine, empty when none was
     * given; null for every other version.
     */
    default @Nullable String stopped(PluginRef plugin) {
        return null;
    }

    /** The plugins enabled in a tenant, with their versions, by id. */
    List<PluginRef> enabled(String tenantSlug);

    /**
     * Those of them that are not switched off in a workspace.
     *
     * @param workspaceId null for outside any workspace
     */
    default List<PluginRef> enabled(String tenantSlug, @Nullable UUID workspaceId) {
        return enabled(tenantSlug).stream()
                .filter(plugin -> {
                    Route route = find(plugin.id(), tenantSlug);
                    return route == null || route.enabledIn(workspaceId);
                })
                .toList();
    }

    /**
     * Where a call goes.
     *
     * @param plugin the version
     * @param enabled whether the tenant has the plugin installed and enabled
     * @param installed whether the tenant has the plugin installed, enabled or not
     * @param offIn the workspaces in which the tenant has switched it off
     */
    record Route(PluginRef plugin, boolean enabled, boolean installed, Set<UUID> offIn) {

        public Route {
            offIn = Set.copyOf(offIn);
        }

        /** A route of a plugin that is switched off in no workspace. */
        public Route(PluginRef plugin, boolean enabled, boolean installed) {
            this(plugin, enabled, installed, Set.of());
        }

        /** A route of a plugin that is enabled, or not even installed. */
        public Route(PluginRef plugin, boolean enabled) {
            this(plugin, enabled, enabled);
        }

        /**
         * Whether calls of a workspace are let in.
         *
         * @param workspaceId null for calls outside any workspace
         */
        public boolean enabledIn(@Nullable UUID workspaceId) {
            return enabled && (workspaceId == null || !offIn.contains(workspaceId));
        }
    }
}
