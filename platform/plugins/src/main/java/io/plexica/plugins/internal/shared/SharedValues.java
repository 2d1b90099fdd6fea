package io.plexica.plugins.internal.shared;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.shared.SharedAccess;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRoutes;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The shared values of the current tenant, for callers who may. Who may is decided before: by a plugin's grants, or by a
 * person's or machine's permissions. Safe for all threads.
 */
@Component(service = SharedValues.class)
public final class SharedValues {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,200}");
    private static final String RESERVED = "grants";
    private static final Duration LONGEST = Duration.ofDays(366);

    private final SharedStore store;
    private final PluginRoutes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public SharedValues(
            @Reference SharedStore store,
            @Reference PluginRoutes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.store = store;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /** A value. */
    public Optional<SharedValue> find(String namespace, String key) {
        String slug = place(namespace);
        return KEY.matcher(key).matches() ? store.find(slug, namespace, key) : Optional.empty();
    }

    /** All values of a namespace whose time is not over, by their keys. */
    public List<SharedEntry> list(String namespace) {
        return store.list(place(namespace), namespace);
    }

    /**
     * Puts a value.
     *
     * @param by who puts it
     * @return what is kept from now on
     */
    public SharedValue put(
            String namespace, String key, @Nullable JsonNode value, @Nullable Duration timeToLive, String by) {
        String slug = place(namespace);
        new Checks()
                .unless(
                        KEY.matcher(key).matches() && !key.equals(RESERVED),
                        "/key",
                        "must have 1 to 200 of the characters A-Z a-z 0-9 . _ : - and not be '" + RESERVED + "'")
                .unless(
                        timeToLive == null
                                || (timeToLive.compareTo(Duration.ofSeconds(1)) >= 0
                                        && timeToLive.compareTo(LONGEST) <= 0),
                        "/ttlSeconds",
                        "must be 1 to " + LONGEST.toSeconds() + ", or absent")
                .done();
        String json = JsonValues.text(value);
        return database.together(() -> {
            if (!store.put(slug, namespace, key, json, timeToLive, by)) {
                throw PlexicaException.conflict(
                        "namespace-full",
                        "'" + namespace + "' holds " + SharedStore.MOST + " values; remove some, or let them expire");
            }
            return store.find(slug, namespace, key).orElseThrow();
        });
    }

    /** Removes a value; false when there was none. */
    public boolean remove(String namespace, String key) {
        String slug = place(namespace);
        return KEY.matcher(key).matches() && store.remove(slug, namespace, key);
    }

    /** Whom a namespace is open to, beside the plugin to which it belongs. */
    public Map<String, SharedAccess> grants(String namespace) {
        return store.grants(place(namespace), namespace);
    }

    /** Opens a namespace to these and nobody else. */
    public void replaceGrants(String namespace, Map<String, SharedAccess> wanted) {
        String slug = place(namespace);
        Checks checks = new Checks();
        wanted.keySet()
                .forEach(plugin -> checks.unless(
                        !plugin.equals(namespace) && routes.find(plugin, slug) != null,
                        "/grants",
                        "'" + plugin + "' is no other plugin that this tenant may know"));
        checks.done();
        database.together(() -> {
            Map<String, SharedAccess> before = store.grants(slug, namespace);
            if (!before.equals(wanted)) {
                store.replaceGrants(slug, namespace, wanted);
                audit.record(slug, "core.shared-data.granted", "shared-data", namespace, before, wanted);
            }
            return Boolean.TRUE;
        });
    }

    /** The tenant, where the plugin to which a namespace belongs is enabled. */
    private String place(String namespace) {
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null) {
            throw PlexicaException.notFound("Shared data belongs to a tenant, and you work in none: name one");
        }
        Route route = routes.find(namespace, tenant.slug());
        if (route == null || !route.installed()) {
            throw PlexicaException.notFound("There is no namespace '" + namespace + "': no plugin here has that id");
        }
        if (!route.enabled()) {
            throw new PlexicaException(
                            ErrorCode.PLUGIN_NOT_ENABLED, "The plugin " + namespace + " is not enabled in this tenant")
                    .with("plugin", namespace);
        }
        return tenant.slug();
    }

    /** Changes one grant of a namespace; null takes it away. */
    void grant(String namespace, String plugin, @Nullable SharedAccess access) {
        database.together(() -> {
            Map<String, SharedAccess> wanted = new TreeMap<>(grants(namespace));
            if (access == null) {
                wanted.remove(plugin);
            } else {
                wanted.put(plugin, access);
            }
            replaceGrants(namespace, wanted);
            return Boolean.TRUE;
        });
    }
}
