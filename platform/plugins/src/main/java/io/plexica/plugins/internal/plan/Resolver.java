package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.StoredVersion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds versions of all that a plugin needs, the newest that suit everybody at once. What the tenant has keeps its version.
 * Goes back and tries older ones where the newest do not get along. For one thread.
 */
final class Resolver {

    /** More attempts than any sane set of ranges takes. */
    private static final int ATTEMPTS = 20_000;

    private final Snapshot snapshot;
    private final List<PluginNeed> present;
    private int attempts;

    /**
     * Begins anew.
     *
     * @param root the id of the plugin whose version is given
     */
    Resolver(Snapshot snapshot, String root) {
        this.snapshot = snapshot;
        this.present = snapshot.enabledBeside(root).flatMap(PluginNeed::of).toList();
    }

    /**
     * The versions of a plugin and all that it needs, by id; the tenant's own among them.
     *
     * @return empty when there is no such choice
     */
    Optional<Map<String, StoredVersion>> choose(StoredVersion root) {
        Map<String, StoredVersion> chosen = new LinkedHashMap<>();
        chosen.put(root.manifest().id(), root);
        attempts = 0;
        return solve(chosen) ? Optional.of(chosen) : Optional.empty();
    }

    private boolean solve(Map<String, StoredVersion> chosen) {
        Optional<PluginNeed> open = chosen.values().stream()
                .flatMap(version -> PluginNeed.of(version.manifest()))
                .filter(need -> !need.optional() && !chosen.containsKey(need.plugin()))
                .findFirst();
        if (open.isEmpty()) {
            return true;
        }
        String id = open.get().plugin();
        for (StoredVersion candidate : candidates(id)) {
            attempts++;
            if (attempts > ATTEMPTS) {
                return false;
            }
            chosen.put(id, candidate);
            if (suits(candidate, chosen) && solve(chosen)) {
                return true;
            }
            chosen.remove(id);
        }
        return false;
    }

    private List<StoredVersion> candidates(String id) {
        return fixed(snapshot, id)
                .map(List::of)
                .orElseGet(() -> snapshot.visible(id).stream()
                        .filter(Eligibility::isOffered)
                        .sorted(Comparator.comparing(version -> version.status()))
                        .filter(version -> Eligibility.problems(
                                        version.manifest(), snapshot.tenant(), snapshot.platform())
                                .isEmpty())
                        .toList());
    }

    /** The version of a plugin that the tenant has already. */
    static Optional<StoredVersion> fixed(Snapshot snapshot, String id) {
        return snapshot.find(id)
                .filter(installation -> installation.status().isPresent())
                .map(Installation::plugin)
                .flatMap(snapshot::version);
    }

    /** Whether everybody can live with one more, and it with them, optional dependencies counted. */
    private boolean suits(StoredVersion candidate, Map<String, StoredVersion> chosen) {
        boolean wanted = needsOf(candidate, chosen)
                .allMatch(need -> need.accepts(candidate.manifest().version()));
        return wanted
                && PluginNeed.of(candidate.manifest()).allMatch(need -> {
                    StoredVersion other = chosen.get(need.plugin());
                    return other == null || need.accepts(other.manifest().version());
                });
    }

    private Stream<PluginNeed> needsOf(StoredVersion candidate, Map<String, StoredVersion> chosen) {
        String id = candidate.manifest().id();
        return Stream.concat(
                        present.stream()
                                .filter(need ->
                                        !chosen.containsKey(need.dependant().id())),
                        chosen.values().stream().flatMap(version -> PluginNeed.of(version.manifest())))
                .filter(need -> need.plugin().equals(id));
    }
}
