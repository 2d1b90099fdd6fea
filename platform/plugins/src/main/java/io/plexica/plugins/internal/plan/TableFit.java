package io.plexica.plugins.internal.plan;

import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.plugins.PluginRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether versions can work on the tables that the tenant has, or has kept, of them. Pure. */
final class TableFit {

    private TableFit() {}

    /** What stands against the versions that steps bring, and against the one that is wished for. */
    static List<Problem> problems(Snapshot snapshot, Wish wish, List<Step> steps) {
        List<Problem> problems = new ArrayList<>();
        steps.stream()
                .filter(step -> step.action() == Action.INSTALL)
                .flatMap(step -> newer(step.plugin(), snapshot.difference(step.plugin())))
                .forEach(problems::add);
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

    private static Stream<Problem> newer(PluginRef ref, Difference difference) {
        return difference.newer().isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.conflict(
                        "schema-newer",
                        "the tables of " + ref.id() + " that this tenant has kept are newer than " + ref
                                + ", which lacks "
                                + String.join(", ", difference.newer())
                                + ", and tables do not go back; take a newer version, or delete the data first"));
    }

    private static Stream<Problem> changed(PluginRef ref, Difference difference) {
        return difference.problems().stream()
                .map(problem -> Problem.conflict("migration-changed", ref + ": " + problem));
    }
}
