package io.plexica.data.internal.work;

import io.plexica.spi.data.SchemaNames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The roles that work is done as; one object per role, so that two can be told apart by reference. Safe for all threads. */
public final class DataRoles {

    /** The role, without login, that works on the platform's own tables. */
    public static final String CORE_ROLE = "plexica_core";

    /** The schema of the platform's own tables. */
    public static final String CORE_SCHEMA = "core";

    private static final DataRole CORE = DataRole.of(CORE_ROLE, CORE_SCHEMA);

    private final Map<String, DataRole> tenants = new ConcurrentHashMap<>();
    private final Map<PluginKey, DataRole> plugins = new ConcurrentHashMap<>();

    private record PluginKey(String slug, String pluginId) {}

    /** The platform's own. */
    public DataRole core() {
        return CORE;
    }

    /** The platform at work in a tenant. */
    public DataRole tenant(String slug) {
        DataRole known = tenants.get(slug);
        return known != null ? known : tenants.computeIfAbsent(slug, DataRoles::newTenant);
    }

    /** A plugin at work in a tenant. */
    public DataRole plugin(String slug, String pluginId) {
        return plugins.computeIfAbsent(new PluginKey(slug, pluginId), DataRoles::newPlugin);
    }

    /** Forgets a tenant that is gone. */
    public void forget(String slug) {
        tenants.remove(slug);
        plugins.keySet().removeIf(key -> key.slug().equals(slug));
    }

    private static DataRole newTenant(String slug) {
        return DataRole.of(SchemaNames.tenant(slug), SchemaNames.tenant(slug));
    }

    private static DataRole newPlugin(PluginKey key) {
        String name = SchemaNames.plugin(key.slug(), key.pluginId());
        return DataRole.of(name, name);
    }
}
