package io.plexica.itests.faults.history;

import io.plexica.itests.faults.history.Books.Effect;
import io.plexica.itests.faults.history.Books.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every committed event handled once in effect, in order, in its tenant; none that was not committed. */
final class Effects {

    private Effects() {}

    static void check(Books of, Map<String, Call> calls, List<String> found) {
        Map<String, Long> times =
                of.effects().stream().collect(Collectors.groupingBy(Effect::op, Collectors.counting()));
        for (Row row : of.rows()) {
            check(row, of, calls.get(row.op()), times.getOrDefault(row.op(), 0L), found);
        }
        Set<String> committed = of.rows().stream().map(Row::op).collect(Collectors.toSet());
        of.effects().stream()
                .filter(effect -> !committed.contains(effect.op()))
                .forEach(effect -> found.add("handled and never committed in " + of.tenant() + ": " + effect));
        of.effects().stream()
                .filter(effect ->
                        !effect.tenant().equals(of.tenant()) || !effect.from().equals(of.tenant()))
                .forEach(effect -> found.add("handled in another tenant than its own, " + of.tenant() + ": " + effect));
        order(of, found);
    }

    private static void check(
            Row row, Books of, @org.jspecify.annotations.Nullable Call call, long times, List<String> found) {
        boolean poison = call != null && call.intent() == Intent.POISON;
        boolean dead = of.dead().contains(row.op());
        if (times > 1) {
            found.add("handled " + times + " times: " + row + " of " + of.tenant());
        } else if (poison && (times > 0 || !dead)) {
            found.add("cannot be handled, and is no dead letter: " + row + " of " + of.tenant());
        } else if (!poison && dead) {
            found.add("given up: " + row + " of " + of.tenant());
        } else if (!poison && times == 0) {
            found.add("never handled: " + row + " of " + of.tenant());
        }
    }

    private static void order(Books of, List<String> found) {
        Map<String, Effect> last = new HashMap<>();
        for (Effect effect : of.effects()) {
            Effect before = last.put(effect.thing(), effect);
            if (before != null && before.version() > effect.version()) {
                found.add("handled out of order in " + of.tenant() + ": " + effect + " after " + before);
            }
        }
    }
}
