package io.plexica.authorization.internal.grants;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.store.HolderRows;
import io.plexica.authorization.internal.store.PermissionRows;
import io.plexica.spi.authorization.PluginPermissions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the permissions and policies of plugins in the tables of tenants. */
@Component
public final class TenantPluginPermissions implements PluginPermissions {

    private final GrantChanges changes;

    @Activate
    public TenantPluginPermissions(@Reference GrantChanges changes) {
        this.changes = changes;
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
        changes.make(tenantSlug, connection -> {
            PermissionRows.put(connection, manifest.id(), manifest.permissions());
            PluginPolicies.put(connection, manifest);
            return manifest;
        });
    }

    @Override
    public void grantDefaults(String tenantSlug, PluginManifest manifest) {
        grant(tenantSlug, manifest, true);
    }

    @Override
    public void grantAdded(String tenantSlug, PluginManifest manifest) {
        grant(tenantSlug, manifest, false);
    }

    @Override
    public void withdraw(String tenantSlug, String pluginId) {
        changes.make(tenantSlug, connection -> {
            PermissionRows.remove(connection, pluginId);
            PluginPolicies.remove(connection, pluginId);
            return pluginId;
        });
    }

    @Override
    public List<Holders> holders(String tenantSlug, PluginManifest manifest, Defaults defaults) {
        return changes.read(
                tenantSlug,
                connection -> new HolderRows(connection, defaults != Defaults.NONE, defaults == Defaults.ALL)
                        .of(manifest.permissions()));
    }

    @Override
    public List<String> clashes(PluginManifest manifest) {
        return manifest.permissions().stream()
                .map(Permission::key)
                .filter(key -> !PluginKeys.belongsTo(key, manifest.id()))
                .distinct()
                .toList();
    }

    private void grant(String tenantSlug, PluginManifest manifest, boolean again) {
        changes.make(tenantSlug, connection -> {
            PermissionRows.grantDefaults(connection, manifest.id(), manifest.permissions(), again);
            return manifest;
        });
    }
}
