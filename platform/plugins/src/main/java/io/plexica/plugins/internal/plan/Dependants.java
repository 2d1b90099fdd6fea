package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.StoredVersion;
import java.util.List;
import java.util.function.Predicate;

/** Who needs a plugin. Pure. */
final class Dependants {

    private Dependants() {}

    /** The ids of the tenant's other plugins that do not work without one. */
    static List<String> of(Snapshot snapshot, String pluginId) {
        return needing(snapshot, pluginId, installation -> installation.status().isPresent(), need -> !need.optional());
    }

    /** Refuses to take a plugin away from those that need it. */
    static List<Problem> problems(Snapshot snapshot, String pluginId, Predicate<Installation> which) {
        List<String> dependants = needing(snapshot, pluginId, which, need -> !need.optional());
        return dependants.isEmpty()
                ? List.of()
                : List.of(Problem.dependants(pluginId + " is needed by " + String.join(", ", dependants), dependants));
    }

    /** Refuses a version with which those that use it cannot work. */
    static List<Problem> unsuited(Snapshot snapshot, StoredVersion target) {
        String id = target.manifest().id();
        List<String> dependants = needing(
                snapshot,
                id,
                Installation::enabled,
                need -> !need.accepts(target.manifest().version()));
        return dependants.isEmpty()
                ? List.of()
                : List.of(Problem.dependants(
                        id + " " + target.ref().version() + " does not suit " + String.join(", ", dependants),
                        dependants));
    }

    private static List<String> needing(
            Snapshot snapshot, String pluginId, Predicate<Installation> which, Predicate<PluginNeed> how) {
        return snapshot.others(pluginId)
                .filter(which)
                .flatMap(snapshot::manifest)
                .filter(manifest -> PluginNeed.of(manifest)
                        .filter(need -> need.plugin().equals(pluginId))
                        .anyMatch(how))
                .map(manifest -> manifest.id())
                .sorted()
                .toList();
    }
}
