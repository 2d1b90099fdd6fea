package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.manifest.PluginManifest.Dependency;
import io.plexica.api.manifest.SemanticVersion;
import io.plexica.api.problem.PlexicaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a plugin and the other plugins of a tenant want of each other. Pure.
 *
 * @param others the manifests of the other plugins that count, by id
 */
record Neighbours(Map<String, PluginManifest> others) {

    /** The neighbours of one plugin among several. */
    static Neighbours of(String pluginId, Collection<PluginManifest> manifests) {
        return new Neighbours(manifests.stream()
                .filter(manifest -> !manifest.id().equals(pluginId))
                .collect(Collectors.toUnmodifiableMap(PluginManifest::id, Function.identity())));
    }

    /**
     * Refuses a plugin whose dependencies are not enabled beside it, or that does not get along with what is.
     *
     * @throws PlexicaException {@code conflict} naming all of it
     */
    void demandFor(PluginManifest plugin) {
        List<String> missing = new ArrayList<>();
        for (Dependency dependency : plugin.dependencies()) {
            missing(dependency).ifPresent(missing::add);
        }
        missing.addAll(ServiceNeeds.missing(plugin, others.values()));
        if (!missing.isEmpty()) {
            throw PlexicaException.conflict(
                            "dependencies-missing", plugin.id() + " needs " + String.join(", and ", missing))
                    .with("plugin", plugin.id());
        }
        List<String> enemies = others.values().stream()
                .filter(other -> plugin.conflicts().contains(other.id())
                        || other.conflicts().contains(plugin.id()))
                .map(PluginManifest::id)
                .sorted()
                .toList();
        if (!enemies.isEmpty()) {
            throw PlexicaException.conflict(
                            "conflicting-plugins",
                            plugin.id() + " cannot be enabled beside " + String.join(", ", enemies))
                    .with("plugin", plugin.id());
        }
    }

    /**
     * Refuses to take a plugin away from those that need it.
     *
     * @throws PlexicaException {@code conflict} naming them
     */
    void demandNobodyNeeds(String pluginId) {
        refuse(pluginId, needing(pluginId, dependency -> !dependency.optional()), " is needed by ");
    }

    /**
     * Refuses to take services away from those that cannot do without.
     *
     * @param leaving what offers them now
     * @param instead what is to be in its place; none when it just leaves
     * @throws PlexicaException {@code conflict} naming them
     */
    void demandServicesStay(PluginManifest leaving, Optional<PluginManifest> instead) {
        List<PluginManifest> stay = new ArrayList<>(others.values());
        instead.ifPresent(stay::add);
        refuse(leaving.id(), ServiceNeeds.bereft(leaving, stay), " offers services that are needed by ");
    }

    /**
     * Refuses a version of a plugin with which those that depend on it cannot work.
     *
     * @throws PlexicaException {@code conflict} naming them
     */
    void demandEverybodyAccepts(String pluginId, SemanticVersion version) {
        refuse(
                pluginId,
                needing(pluginId, dependency -> !accepts(dependency, version)),
                " " + version + " does not suit ");
    }

    private Optional<String> missing(Dependency dependency) {
        if (dependency.optional()) {
            return Optional.empty();
        }
        PluginManifest present = others.get(dependency.plugin());
        String wanted = dependency.plugin() + " " + dependency.version();
        if (present == null) {
            return Optional.of(wanted + ", which is not enabled here");
        }
        return accepts(dependency, present.version())
                ? Optional.empty()
                : Optional.of(wanted + ", but " + present.version() + " is enabled here");
    }

    private List<String> needing(String pluginId, java.util.function.Predicate<Dependency> how) {
        return others.values().stream()
                .filter(other -> other.dependencies().stream()
                        .filter(dependency -> dependency.plugin().equals(pluginId))
                        .anyMatch(how))
                .map(PluginManifest::id)
                .sorted()
                .toList();
    }

    private static void refuse(String pluginId, List<String> dependants, String why) {
        if (!dependants.isEmpty()) {
            throw PlexicaException.conflict("dependants", pluginId + why + String.join(", ", dependants))
                    .with("plugin", pluginId)
                    .with("dependants", dependants);
        }
    }

    private static boolean accepts(Dependency dependency, SemanticVersion version) {
        return VersionRange.valueOf(dependency.version().strip()).includes(Version.parseVersion(version.toOsgi()));
    }
}
