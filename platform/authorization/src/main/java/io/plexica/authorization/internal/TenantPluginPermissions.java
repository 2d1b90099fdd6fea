package io.plexica.authorization.internal;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.SqlWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the permissions of plugins in the tables of tenants. */
@Component
public final class TenantPluginPermissions implements PluginPermissions {

    private final Database database;
    private final GrantsCache cache;

    @Activate
    public TenantPluginPermissions(
            @Reference Database database,
            @Reference GrantsCache cache,
            @Reference(target = "(plexica.room=authorization)") SchemaReady schemaReady) {
        this.database = database;
        this.cache = cache;
    }

    @Override
    public void register(String tenantSlug, PluginManifest manifest) {
        List<String> clashes = clashes(manifest);
        if (!clashes.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.PLUGIN_INVALID,
                    "The plugin " + manifest.id() + " may not declare the permissions " + String.join(", ", clashes)
                            + ": its keys begin with its own id");
        }
        change(tenantSlug, connection -> PermissionStore.put(connection, manifest.id(), manifest.permissions()));
    }

    @Override
    public void grantDefaults(String tenantSlug, PluginManifest manifest) {
        change(
                tenantSlug,
                connection -> PermissionStore.grantDefaults(connection, manifest.id(), manifest.permissions()));
    }

    @Override
    public void grantAdded(String tenantSlug, PluginManifest manifest) {
        grantDefaults(tenantSlug, manifest);
    }

    @Override
    public void withdraw(String tenantSlug, String pluginId) {
        change(tenantSlug, connection -> PermissionStore.remove(connection, pluginId));
    }

    @Override
    public List<String> clashes(PluginManifest manifest) {
        return manifest.permissions().stream()
                .map(Permission::key)
                .filter(key -> !PluginKeys.belongsTo(key, manifest.id()))
                .distinct()
                .toList();
    }

    private void change(String tenantSlug, SqlWork<Integer> change) {
        Units.<@Nullable Void>run(database::unitOfWork, () -> {
            database.tenant(tenantSlug, change);
            database.afterCommit(() -> cache.forget(tenantSlug));
            return null;
        });
    }
}
