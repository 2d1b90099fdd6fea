package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.store.Installation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is being done at the moment, and what must wait for it. Pure. */
final class WorkInProgress {

    /** Stands before every sentence that says so. */
    static final String REASON = "operation-in-progress";

    private WorkInProgress() {}

    /** Something is being done to an installation. */
    static Problem with(Installation installation) {
        return because(installation, "");
    }

    /**
     * Something is being done to what a plugin is, or depends on, be it by way of others.
     *
     * @param pluginId the plugin; whoever asks for it need not know of the other one
     */
    static Problem with(Installation installation, String pluginId) {
        boolean itself = installation.plugin().id().equals(pluginId);
        return because(installation, itself ? "" : ", and " + pluginId + " depends on it");
    }

    private static Problem because(Installation installation, String why) {
        return Problem.conflict(
                REASON,
                installation.plugin().id() + " is being worked on (" + installation.operation() + ")" + why
                        + "; try again when that is done");
    }

    /**
     * Other plugins of the tenant to which something is being done and that have to do with one: nobody knows yet which
     * version they will be on, or whether they will be there. By their ids.
     */
    static Map<String, Problem> related(Snapshot snapshot, String pluginId) {
        Set<String> mine = mentions(snapshot, pluginId);
        Map<String, Problem> related = new LinkedHashMap<>();
        snapshot.others(pluginId).filter(other -> other.operation() != null).forEach(other -> {
            String id = other.plugin().id();
            if (mine.contains(id) || mentions(snapshot, id).contains(pluginId)) {
                related.put(id, because(other, ", and " + pluginId + " has to do with it"));
            }
        });
        return related;
    }

    private static Set<String> mentions(Snapshot snapshot, String pluginId) {
        return snapshot.versions().stream()
                .map(version -> version.manifest())
                .filter(manifest -> manifest.id().equals(pluginId))
                .flatMap(WorkInProgress::mentioned)
                .collect(Collectors.toSet());
    }

    private static Stream<String> mentioned(PluginManifest manifest) {
        return Stream.concat(PluginNeed.of(manifest).map(PluginNeed::plugin), manifest.conflicts().stream());
    }
}
