package io.plexica.itests.faults.history;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whoever reads sees what the same node acknowledged before, and nothing that never was. */
final class Readings {

    private Readings() {}

    static void check(Story story, List<Books> books, List<String> found) {
        Map<String, Long> most = books.stream()
                .flatMap(of -> of.rows().stream().map(row -> Map.entry(of.tenant() + "/" + row.thing(), row.version())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
        Map<String, TreeMap<Long, Long>> acknowledged = acknowledged(story);
        for (Call call : story.calls()) {
            if (call.intent() != Intent.READ || call.outcome() != Call.Outcome.ACKNOWLEDGED) {
                continue;
            }
            String thing = call.tenant() + "/" + call.thing();
            if (call.version() > most.getOrDefault(thing, 0L)) {
                found.add("read change " + call.version() + ", which never was: " + call);
            }
            Map.Entry<Long, Long> before = acknowledged
                    .getOrDefault(call.node() + "/" + thing, new TreeMap<>())
                    .floorEntry(call.begun());
            if (before != null && call.version() < before.getValue()) {
                found.add(
                        "read change " + call.version() + " after " + before.getValue() + " was acknowledged: " + call);
            }
        }
    }

    /** By node and thing: the highest change that had been acknowledged, by moments. */
    private static Map<String, TreeMap<Long, Long>> acknowledged(Story story) {
        Map<String, TreeMap<Long, Long>> found = new java.util.HashMap<>();
        story.calls().stream()
                .filter(call -> call.intent().changes() && call.outcome() == Call.Outcome.ACKNOWLEDGED)
                .sorted(java.util.Comparator.comparingLong(Call::ended))
                .forEach(call -> {
                    TreeMap<Long, Long> moments = found.computeIfAbsent(
                            call.node() + "/" + call.tenant() + "/" + call.thing(), key -> new TreeMap<>());
                    long before = moments.isEmpty() ? 0 : moments.lastEntry().getValue();
                    moments.put(call.ended(), Math.max(before, call.version()));
                });
        return found;
    }
}
