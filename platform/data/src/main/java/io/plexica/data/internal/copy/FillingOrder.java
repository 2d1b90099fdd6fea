package io.plexica.data.internal.copy;

import io.plexica.data.internal.copy.Catalogue.Key;
import io.plexica.data.internal.copy.Catalogue.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** In which order tables can be filled: after those that their foreign keys lead to. Pure. */
final class FillingOrder {

    private FillingOrder() {}

    /** All tables; where keys lead in a circle, one of those in it comes before what it leads to. */
    static List<Table> of(List<Table> tables, List<Key> keys) {
        List<Table> ordered = new ArrayList<>();
        List<Table> left = new ArrayList<>(tables);
        Set<String> waiting = new HashSet<>();
        tables.forEach(table -> waiting.add(table.name()));
        while (!left.isEmpty()) {
            Table next = left.stream()
                    .filter(table -> keys.stream().noneMatch(key -> waitsFor(table, key, waiting)))
                    .findFirst()
                    .orElse(left.get(0));
            ordered.add(next);
            left.remove(next);
            waiting.remove(next.name());
        }
        return ordered;
    }

    /** The keys that are checked too early: those that lead to a table which is filled later. */
    static List<Key> early(List<Table> ordered, List<Key> keys) {
        List<String> names = ordered.stream().map(Table::name).toList();
        return keys.stream()
                .filter(key -> !key.deferred() && names.indexOf(key.to()) > names.indexOf(key.from()))
                .toList();
    }

    private static boolean waitsFor(Table table, Key key, Set<String> waiting) {
        return key.from().equals(table.name()) && !key.to().equals(table.name()) && waiting.contains(key.to());
    }
}
