package io.plexica.plugins.internal.publish;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.NewPermissions;
import io.plexica.plugins.internal.runtime.PreparedPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.data.PluginSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings the tenants of a snapshot to the bytes that replace it: their tables first, their permissions with the switch. */
final class SnapshotTenants {

    private final Replacements replacements;
    private final InstallationStore installations;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;

    SnapshotTenants(
            Replacements replacements,
            InstallationStore installations,
            PluginSchemas schemas,
            PluginPermissions permissions) {
        this.replacements = replacements;
        this.installations = installations;
        this.schemas = schemas;
        this.permissions = permissions;
    }

    /**
     * Refuses what an upgrade would refuse, before anything has changed for any tenant.
     *
     * @throws PlexicaException {@code conflict} with all that stands against it, tenant by tenant
     */
    void demandSuited(PreparedPlugin replacement) {
        Map<String, List<String>> problems = replacements.problems(
                replacement.candidate(), replacement.hosted().loader());
        if (!problems.isEmpty()) {
            String all = problems.entrySet().stream()
                    .flatMap(tenant -> tenant.getValue().stream().map(it -> Replacements.in(tenant.getKey(), it)))
                    .collect(Collectors.joining("; "));
            throw new PlexicaException(ErrorCode.CONFLICT, all)
                    .with("plugin", replacement.candidate().ref().id())
                    .with("tenants", List.copyOf(problems.keySet()));
        }
    }

    /**
     * Runs new migrations for every tenant on the snapshot, one after the other.
     *
     * @throws PlexicaException when they fail in one; it says in which, and where they have run
     */
    void migrate(PreparedPlugin replacement) {
        String folder = replacement.candidate().manifest().data().migrations();
        if (folder == null) {
            return;
        }
        List<String> done = new ArrayList<>();
        for (Installation installation : onIt(replacement)) {
            try {
                if (migrate(installation, folder, replacement.hosted().loader())) {
                    done.add(installation.tenantSlug());
                }
            } catch (PlexicaException e) {
                throw failed(installation, done, e);
            }
        }
    }

    private boolean migrate(Installation installation, String folder, ClassLoader loader) {
        String slug = installation.tenantSlug();
        String id = installation.plugin().id();
        boolean further = !schemas.pending(slug, id, folder, loader).isEmpty();
        schemas.migrate(slug, id, folder, loader);
        if (further) {
            installations.tablesFrom(slug, installation.plugin());
        }
        return further;
    }

    private static PlexicaException failed(Installation installation, List<String> done, PlexicaException cause) {
        String slug = installation.tenantSlug();
        String where = String.join(", ", done);
        String advice = done.isEmpty()
                ? ""
                : "; they have run in " + where + ", and a file that has run does not change: mend the data in " + slug
                        + " and publish the same files again, or uninstall the plugin with deleteData=true in " + where
                        + " before you change them";
        return new PlexicaException(cause.code(), Replacements.in(slug, cause.detail()) + advice, cause)
                .with("plugin", installation.plugin().id())
                .with("tenant", slug)
                .with("migrated", List.copyOf(done));
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
