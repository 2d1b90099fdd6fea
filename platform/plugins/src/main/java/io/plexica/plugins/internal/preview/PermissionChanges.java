package io.plexica.plugins.internal.preview;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Permission;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.plan.Snapshot;
import io.plexica.plugins.internal.plan.Step;
import io.plexica.plugins.internal.preview.Preview.Change;
import io.plexica.plugins.internal.preview.Preview.Permissions;
import io.plexica.plugins.internal.runtime.NewPermissions;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.authorization.PluginPermissions.Defaults;
import io.plexica.spi.authorization.PluginPermissions.Holders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who gains and loses which permissions. What roles hold of a plugin that is disabled is of no use: it is lost when the plugin is
 * disabled and gained when it is enabled, and what happens to the plugin in between changes nothing for people.
 */
final class PermissionChanges {

    private final PluginPermissions permissions;

    PermissionChanges(PluginPermissions permissions) {
        this.permissions = permissions;
    }

    /** By all steps of a plan. */
    Permissions of(Snapshot snapshot, InstallationRequest wish, List<Step> steps) {
        List<Change> gained = new ArrayList<>();
        List<Change> lost = new ArrayList<>();
        String slug = snapshot.tenant().slug();
        for (Step step : steps) {
            StoredVersion version = step.version();
            if (version == null) {
                continue;
            }
            switch (step.action()) {
                case INSTALL -> gained.addAll(changes(slug, version.manifest(), grants(snapshot, wish, step)));
                case UPGRADE, DOWNGRADE ->
                    enabled(snapshot, step).forEach(before -> {
                        Permissions moved = moving(slug, before.manifest(), version.manifest());
                        gained.addAll(moved.gained());
                        lost.addAll(moved.lost());
                    });
                case ENABLE -> gained.addAll(changes(slug, version.manifest(), Defaults.NONE));
                case DISABLE, UNINSTALL ->
                    enabled(snapshot, step)
                            .forEach(before -> lost.addAll(changes(slug, before.manifest(), Defaults.NONE)));
                case DELETE_DATA -> {}
            }
        }
        return new Permissions(List.copyOf(gained), List.copyOf(lost));
    }

    /** By a move from one version to another. */
    Permissions moving(String slug, PluginManifest from, PluginManifest to) {
        return new Permissions(
                changes(slug, NewPermissions.of(from, to), Defaults.ADDED),
                changes(slug, NewPermissions.of(to, from), Defaults.NONE));
    }

    /** The version that people can use before a step is done. */
    private static List<StoredVersion> enabled(Snapshot snapshot, Step step) {
        return snapshot.installations().stream()
                .filter(installation -> installation.enabled()
                        && installation.plugin().id().equals(step.plugin().id()))
                .flatMap(installation -> snapshot.versions().stream()
                        .filter(version -> version.ref().equals(installation.plugin())))
                .toList();
    }

    private static Defaults grants(Snapshot snapshot, InstallationRequest wish, Step step) {
        boolean wished = step.plugin().id().equals(wish.pluginId());
        boolean grantedBefore = snapshot.installations().stream()
                .filter(installation ->
                        installation.plugin().id().equals(step.plugin().id()))
                .anyMatch(Installation::granted);
        Boolean said = wished ? wish.grantDefaults() : null;
        boolean grant = said == null ? !grantedBefore : said;
        return grant ? Defaults.ALL : Defaults.NONE;
    }

    private List<Change> changes(String slug, PluginManifest manifest, Defaults defaults) {
        if (manifest.permissions().isEmpty()) {
            return List.of();
        }
        Map<String, Permission> known = manifest.permissions().stream()
                .collect(Collectors.toMap(Permission::key, Function.identity(), (one, other) -> one));
        return permissions.holders(slug, manifest, defaults).stream()
                .map(holders -> change(known, holders))
                .toList();
    }

    private static Change change(Map<String, Permission> known, Holders holders) {
        Permission permission = known.get(holders.key());
        return new Change(
                holders.key(),
                permission == null ? holders.key() : permission.name(),
                holders.roles(),
                holders.people(),
                permission != null && permission.irreversible());
    }
}
