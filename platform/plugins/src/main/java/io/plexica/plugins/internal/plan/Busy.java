package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.plugins.internal.store.Installation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is being done at the moment, and what must wait for it. Pure. */
final class Busy {

    /** Stands before every sentence that says so. */
    static final String REASON = "operation-in-progress";

    private Busy() {}

    /** Something is being done to an installation. */
    static Problem with(Installation installation) {
        return Problem.conflict(
                REASON,
                installation.plugin().id() + " is being worked on (" + installation.operation()
                        + "); try again when that is done");
    }

    /**
     * Other plugins of the tenant to which something is being done and that have to do with one: nobody knows yet which
     * version they will be on, or whether they will be there.
     */
    static List<Problem> related(Snapshot snapshot, String pluginId) {
        return snapshot.others(pluginId)
                .filter(other -> other.operation() != null)
                .filter(other -> mentions(snapshot, other.plugin().id()).contains(pluginId)
                        || mentions(snapshot, pluginId).contains(other.plugin().id()))
                .map(Busy::with)
                .toList();
    }

    private static Set<String> mentions(Snapshot snapshot, String pluginId) {
        return snapshot.versions().stream()
                .map(version -> version.manifest())
                .filter(manifest -> manifest.id().equals(pluginId))
                .flatMap(Busy::mentioned)
                .collect(Collectors.toSet());
    }

    private static Stream<String> mentioned(PluginManifest manifest) {
        return Stream.concat(Need.of(manifest).map(Need::plugin), manifest.conflicts().stream());
    }
}
