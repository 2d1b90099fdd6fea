package io.plexica.itests.faults.history;

import io.plexica.itests.faults.history.Books.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every committed change is found, and none that was not committed. */
final class Documents {

    private Documents() {}

    static void check(Books of, List<String> found) {
        of.rows().stream()
                .filter(row -> !of.documents().contains(row.op()))
                .forEach(row -> found.add("cannot be found: " + row + " of " + of.tenant()));
        Set<String> committed = of.rows().stream().map(Row::op).collect(Collectors.toSet());
        of.documents().stream()
                .filter(op -> !committed.contains(op))
                .forEach(op -> found.add("found and never committed in " + of.tenant() + ": " + op));
    }
}
