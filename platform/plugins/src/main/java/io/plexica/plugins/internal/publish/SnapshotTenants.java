package io.plexica.plugins.internal.publish;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.runtime.NewPermissions;
import io.plexica.plugins.internal.runtime.PreparedPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.data.PluginSchemas;
import java.util.List;

/** Brings the tenants of a snapshot to the bytes that replace it: their tables first, their permissions with the switch. */
final class SnapshotTenants {

    private final InstallationStore installations;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;

    SnapshotTenants(InstallationStore installations, PluginSchemas schemas, PluginPermissions permissions) {
        this.installations = installations;
        this.schemas = schemas;
        this.permissions = permissions;
    }

    /** Runs new migrations for every tenant on the snapshot. */
    void migrate(PreparedPlugin replacement) {
        PluginManifest manifest = replacement.candidate().manifest();
        String folder = manifest.data().migrations();
        if (folder == null) {
            return;
        }
        for (Installation installation : onIt(replacement)) {
            schemas.migrate(
                    installation.tenantSlug(),
                    manifest.id(),
                    folder,
                    replacement.hosted().loader());
        }
    }

    /** Makes the tenants know the permissions of the replacement, in the current unit of work. */
    void register(StoredVersion replaced, PreparedPlugin replacement) {
        PluginManifest manifest = replacement.candidate().manifest();
        PluginManifest added = NewPermissions.of(replaced.manifest(), manifest);
        for (Installation installation : onIt(replacement)) {
            permissions.register(installation.tenantSlug(), manifest);
            permissions.grantAdded(installation.tenantSlug(), added);
        }
    }

    private List<Installation> onIt(PreparedPlugin replacement) {
        return installations.using(replacement.candidate().ref()).stream()
                .filter(installation -> installation.status().isPresent())
                .toList();
    }
}
