package io.plexica.data.internal.work;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.SchemaNames;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The roles that work is done as. Safe for all threads. */
public final class DataRoles {

    /** The role, without login, that works on the platform's own tables. */
    public static final String CORE_ROLE = "plexica_core";

    /** The schema of the platform's own tables. */
    public static final String CORE_SCHEMA = "core";

    private static final DataRole CORE = DataRole.of(CORE_ROLE, CORE_SCHEMA, null);

    private final Map<String, DataRole> tenants = new ConcurrentHashMap<>();
    private final Map<PluginKey, DataRole> plugins = new ConcurrentHashMap<>();
    private final Set<String> outOfService = ConcurrentHashMap.newKeySet();

    private record PluginKey(String slug, String pluginId) {}

    /** The platform's own. */
    public DataRole core() {
        return CORE;
    }

    /** The platform at work in a tenant. */
    public DataRole tenant(String slug) {
        demandService(slug);
        DataRole known = tenants.get(slug);
        return known != null ? known : tenants.computeIfAbsent(slug, DataRoles::newTenant);
    }

    /**
     * A plugin at work in a workspace of a tenant. Not kept, since a tenant may have many.
     *
     * @param workspace null for outside any
     */
    public DataRole plugin(String slug, String pluginId, @Nullable UUID workspace) {
        demandService(slug);
        return plugins.computeIfAbsent(new PluginKey(slug, pluginId), DataRoles::newPlugin)
                .in(workspace);
    }

    /** Keeps all work out of a tenant whose tables are not what the platform's code expects, or lets it in again. */
    public void outOfService(String slug, boolean out) {
        if (out) {
            outOfService.add(slug);
        } else {
            outOfService.remove(slug);
        }
    }

    /** Forgets a tenant that is gone. */
    public void forget(String slug) {
        outOfService.remove(slug);
        tenants.remove(slug);
        plugins.keySet().removeIf(key -> key.slug().equals(slug));
    }

    private void demandService(String slug) {
        if (outOfService.contains(slug)) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    "The data of tenant " + slug + " is being looked after; try again in a while");
        }
    }

    private static DataRole newTenant(String slug) {
        return DataRole.of(SchemaNames.tenant(slug), SchemaNames.tenant(slug), slug);
    }

    private static DataRole newPlugin(PluginKey key) {
        String name = SchemaNames.plugin(key.slug(), key.pluginId());
        return DataRole.of(name, name, key.slug());
    }
}
