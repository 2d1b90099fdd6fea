package io.plexica.spi.data;

/**
 * The names of schemas and roles. No two tenants, nor a tenant and another's plugin, share one, since neither slugs nor
 * plugin ids can contain two separators in a row.
 */
public final class SchemaNames {

    private static final int MAX_SLUG = 30;
    private static final int MAX_PLUGIN_ID = 20;

    private SchemaNames() {}

    /** The schema, and the role, of a tenant: {@code tenant_<slug>}. */
    public static String tenant(String slug) {
        return "tenant_" + plain(slug, MAX_SLUG);
    }

    /** The schema, and the role, of a plugin in a tenant: {@code tenant_<slug>__<plugin>}. */
    public static String plugin(String slug, String pluginId) {
        return tenant(slug) + "__" + plain(pluginId, MAX_PLUGIN_ID);
    }

    /** The role that owns a plugin's schema, and as which its migrations run: {@code owner_<slug>__<plugin>}. */
    public static String pluginOwner(String slug, String pluginId) {
        return "owner_" + plain(slug, MAX_SLUG) + "__" + plain(pluginId, MAX_PLUGIN_ID);
    }

    /** Bounded, since PostgreSQL cuts names at 63 bytes, and two that were cut could be the same. */
    private static String plain(String name, int max) {
        if (name.length() > max || !name.matches("[a-z](?:[a-z0-9]|-(?=[a-z0-9]))+")) {
            throw new IllegalArgumentException("Not a slug or plugin id: " + name);
        }
        return name.replace('-', '_');
    }
}
