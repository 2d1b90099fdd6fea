package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.PlexicaException;
import java.util.Collection;
import java.util.List;

/** Plugins that need each other, in one workspace. Pure. */
final class WorkspaceDependencies {

    private WorkspaceDependencies() {}

    /**
     * Refuses to switch a plugin off from under those that need it.
     *
     * @param on what is on in the workspace
     * @throws PlexicaException {@code conflict} naming them
     */
    static void demandNotNeeded(String pluginId, Collection<PluginManifest> on) {
        List<String> dependants = on.stream()
                .filter(other -> needs(other).contains(pluginId))
                .map(PluginManifest::id)
                .sorted()
                .toList();
        if (!dependants.isEmpty()) {
            String names = String.join(", ", dependants);
            throw PlexicaException.conflict(
                            "dependants",
                            pluginId + " is needed by " + names + " in this workspace: switch off " + names
                                    + " there first")
                    .with("plugin", pluginId)
                    .with("dependants", dependants);
        }
    }

    /**
     * Refuses to switch a plugin on without what it needs.
     *
     * @param off ids of the tenant's plugins that are off in the workspace
     * @throws PlexicaException {@code conflict} naming what is missing
     */
    static void demandCompany(PluginManifest manifest, Collection<String> off) {
        List<String> missing =
                needs(manifest).stream().filter(off::contains).sorted().toList();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            throw PlexicaException.conflict(
                            "dependencies-missing",
                            manifest.id() + " needs " + names + ", which this workspace has switched off: switch on "
                                    + names + " there first")
                    .with("plugin", manifest.id());
        }
    }

    private static List<String> needs(PluginManifest manifest) {
        return manifest.dependencies().stream()
                .filter(dependency -> !dependency.optional())
                .map(dependency -> dependency.plugin())
                .toList();
    }
}
