package io.plexica.itests.faults.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what callers were told against what the tables say. Each violation is one sentence. */
public final class Checker {

    private final Story story;
    private final List<Books> books;
    private final Map<String, Call> calls;

    private Checker(Story story, List<Books> books) {
        this.story = story;
        this.books = books;
        this.calls = story.calls().stream().collect(Collectors.toMap(Call::op, Function.identity()));
    }

    /** Every promise that was broken; empty when all were kept. */
    public static List<String> violations(Story story, List<Books> books) {
        Checker checker = new Checker(story, books);
        List<String> found = new ArrayList<>();
        books.forEach(of -> {
            checker.promises(of, found);
            checker.rows(of, found);
            Effects.check(of, checker.calls, found);
            Documents.check(of, found);
        });
        Answers.check(story, found);
        Readings.check(story, books, found);
        return found;
    }

    /** What was acknowledged is there. */
    private void promises(Books of, List<String> found) {
        var rows = of.rows().stream().map(Books.Row::op).collect(Collectors.toSet());
        acknowledged(of)
                .filter(call -> call.intent().changes() && !rows.contains(call.op()))
                .forEach(call -> found.add("acknowledged, and not there: " + call));
        acknowledged(of)
                .filter(call -> call.intent() == Intent.ATTACH)
                .filter(call -> !of.attachments().contains(call.op()))
                .forEach(call -> found.add("acknowledged, and no row names its object: " + call));
        of.attachments().stream()
                .filter(op -> !of.objects().contains(op))
                .forEach(op -> found.add("a row names an object that is not there, or is another: " + calls.get(op)));
    }

    private Stream<Call> acknowledged(Books of) {
        return story.calls().stream()
                .filter(call -> call.tenant().equals(of.tenant()))
                .filter(call -> call.outcome() == Call.Outcome.ACKNOWLEDGED);
    }

    /** What is there was asked for, here, once, and neither refused nor rolled back; versions have no gaps. */
    private void rows(Books of, List<String> found) {
        Map<String, Long> last = new java.util.HashMap<>();
        Map<String, Long> times =
                of.rows().stream().collect(Collectors.groupingBy(Books.Row::op, Collectors.counting()));
        times.forEach((op, count) -> {
            if (count > 1) {
                found.add("there " + count + " times: " + calls.get(op));
            }
        });
        for (Books.Row row : of.rows()) {
            Call call = calls.get(row.op());
            if (call == null || !call.tenant().equals(of.tenant())) {
                found.add("nobody of " + of.tenant() + " asked for " + row);
            } else if (!call.intent().changes()) {
                found.add("rolled back, and there: " + call);
            } else if (call.outcome() == Call.Outcome.REFUSED) {
                found.add("refused, and there: " + call);
            }
            long expected = last.getOrDefault(row.thing(), 0L) + 1;
            if (row.version() != expected) {
                found.add("change " + expected + " is missing before " + row + " of " + of.tenant());
            }
            last.put(row.thing(), row.version());
        }
    }
}
