package io.plexica.plugins.internal.plan;

import io.plexica.api.manifest.SemanticVersion;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.plugins.PluginRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether versions can work on the tables that the tenant has, or has kept, of them. Pure. */
final class TableCompatibility {

    private TableCompatibility() {}

    /** What stands against the versions that steps bring, and against the one that is wished for. */
    static List<Problem> problems(Snapshot snapshot, InstallationRequest wish, List<Step> steps) {
        List<Problem> problems = new ArrayList<>();
        if (!wish.back() && wish.replaced() == null) {
            steps.stream()
                    .filter(step -> step.action() == Action.INSTALL || step.action() == Action.DOWNGRADE)
                    .flatMap(step -> newer(snapshot, step.plugin()))
                    .forEach(problems::add);
        }
        Stream.concat(
                        steps.stream()
                                .filter(step -> step.action().bringsTables())
                                .map(Step::plugin),
                        Stream.ofNullable(wish.target()).map(target -> target.ref()))
                .distinct()
                .flatMap(ref -> changed(ref, snapshot.difference(ref)))
                .forEach(problems::add);
        return problems;
    }

    /**
     * Migrations stay readable by the version before them: whatever is not older than the version from which the tables were last
     * migrated reads them, though it lacks some, and so does what is newer than the version that the tenant is on.
     */
    private static Stream<Problem> newer(Snapshot snapshot, PluginRef ref) {
        Difference difference = snapshot.difference(ref);
        @Nullable
        String from = snapshot.find(ref.id()).map(Installation::tablesFrom).orElse(null);
        if (difference.newer().isEmpty() || from != null && !isOlder(ref.version(), from)) {
            return Stream.empty();
        }
        return Stream.of(Problem.conflict(
                "schema-newer",
                "the tables of " + ref.id() + " in this tenant are newer than " + ref + ", which lacks "
                        + String.join(", ", difference.newer()) + ", and tables do not go back; take "
                        + (from == null ? "" : from + " or ") + "a newer version, or delete the data first"));
    }

    private static boolean isOlder(String version, String than) {
        return SemanticVersion.parse(version)
                .flatMap(one -> SemanticVersion.parse(than).map(other -> one.compareTo(other) < 0))
                .orElse(true);
    }

    private static Stream<Problem> changed(PluginRef ref, Difference difference) {
        String instead = ref.version().endsWith("-SNAPSHOT")
                ? "; of a snapshot the data can be deleted, too: uninstall it with deleteData=true, bring this jar again, and install it"
                : "";
        return difference.problems().stream()
                .map(problem -> Problem.conflict("migration-changed", ref + ": " + problem + instead));
    }
}
