package io.plexica.plugins.internal.plan;

import io.plexica.plugins.internal.store.StoredVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in sentences why there is no choice of versions. Looks at everything, so that all is said at once. For one thread. */
final class Explanation {

    private static final String REASON = "dependencies-missing";

    private final Snapshot snapshot;
    private final Map<String, List<PluginNeed>> needs = new LinkedHashMap<>();

    Explanation(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Why a plugin cannot get what it needs; never empty. */
    List<Problem> of(StoredVersion root) {
        collect(root);
        List<Problem> problems = new ArrayList<>();
        needs.forEach((id, wanted) -> problems.addAll(problems(id, wanted)));
        if (problems.isEmpty()) {
            problems.add(Problem.conflict(
                    REASON,
                    "no choice of published versions suits all of: "
                            + needs.values().stream()
                                    .flatMap(List::stream)
                                    .map(PluginNeed::toString)
                                    .collect(Collectors.joining(", "))));
        }
        return problems;
    }

    /** Follows the newest versions as if they suited. */
    private void collect(StoredVersion root) {
        Deque<StoredVersion> open = new ArrayDeque<>(List.of(root));
        Set<String> seen = new LinkedHashSet<>(Set.of(root.manifest().id()));
        while (!open.isEmpty()) {
            PluginNeed.of(open.removeFirst().manifest())
                    .filter(need -> !need.optional())
                    .filter(need -> !need.plugin().equals(root.manifest().id()))
                    .forEach(need -> {
                        needs.computeIfAbsent(need.plugin(), id -> new ArrayList<>())
                                .add(need);
                        if (seen.add(need.plugin())) {
                            likely(need).ifPresent(open::addLast);
                        }
                    });
        }
    }

    private Optional<StoredVersion> likely(PluginNeed need) {
        return Resolver.fixed(snapshot, need.plugin()).or(() -> {
            List<StoredVersion> visible = snapshot.visible(need.plugin());
            return visible.stream()
                    .filter(Eligibility::isOffered)
                    .filter(version -> need.accepts(version.manifest().version()))
                    .findFirst()
                    .or(() -> visible.stream().findFirst());
        });
    }

    private List<Problem> problems(String id, List<PluginNeed> wanted) {
        String all = wanted.stream().map(PluginNeed::toString).collect(Collectors.joining(" and "));
        List<StoredVersion> visible = snapshot.visible(id);
        Optional<StoredVersion> fixed = Resolver.fixed(snapshot, id);
        if (fixed.isPresent()) {
            return accepted(wanted, fixed.get()) ? List.of() : List.of(onAnother(all, wanted, fixed.get()));
        }
        if (visible.isEmpty()) {
            return List.of(Problem.conflict(REASON, all + ", and there is no plugin '" + id + "' for this tenant"));
        }
        List<StoredVersion> suiting =
                visible.stream().filter(version -> accepted(wanted, version)).toList();
        if (suiting.isEmpty()) {
            return List.of(Problem.conflict(
                    REASON,
                    all
                            + (wanted.size() > 1 ? ", and none of " : ", and only ")
                            + names(visible)
                            + (wanted.size() > 1 ? " suits all of them" : " is there")));
        }
        List<StoredVersion> offered =
                suiting.stream().filter(Eligibility::isOffered).toList();
        if (offered.isEmpty()) {
            return List.of(Problem.conflict(
                    REASON,
                    all + ", and " + names(suiting) + " is not installed by itself: it is a pre-release or not"
                            + " available; install it by name first"));
        }
        List<Problem> against = Eligibility.problems(offered.get(0).manifest(), snapshot.tenant(), snapshot.platform());
        boolean possible = offered.stream()
                .anyMatch(version -> Eligibility.problems(version.manifest(), snapshot.tenant(), snapshot.platform())
                        .isEmpty());
        return possible
                ? List.of()
                : against.stream()
                        .map(problem -> new Problem(
                                problem.code(),
                                problem.reason(),
                                all + ", but " + problem.sentence(),
                                problem.members()))
                        .toList();
    }

    private Problem onAnother(String all, List<PluginNeed> wanted, StoredVersion fixed) {
        String id = fixed.manifest().id();
        String way = snapshot.visible(id).stream()
                .filter(Eligibility::isOffered)
                .filter(version -> accepted(wanted, version))
                .findFirst()
                .map(version -> "; move it to " + version.ref().version() + " first")
                .orElse(", and no version that is there would do");
        return Problem.conflict(
                REASON,
                all + ", but this tenant is on " + id + " " + fixed.ref().version() + way);
    }

    private static boolean accepted(List<PluginNeed> wanted, StoredVersion version) {
        return wanted.stream().allMatch(need -> need.accepts(version.manifest().version()));
    }

    private static String names(List<StoredVersion> versions) {
        return versions.stream().map(version -> version.ref().version()).collect(Collectors.joining(", "));
    }
}
