package io.plexica.authorization.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a tenant, found by the keys that they concern: in a tree of segments, so that it takes the same time
 * whether there are ten or a hundred thousand. Immutable.
 */
public final class Policies {

    /** None at all. */
    public static final Policies NONE = new Policies(List.of());

    private static final String ANY = "*";

    private final Node root = new Node();
    private final int size;

    private Policies(Collection<Policy> policies) {
        policies.forEach(policy -> root.add(policy, policy.permission().split(":", -1), 0));
        size = policies.size();
    }

    /** Makes policies ready for questions. */
    public static Policies of(Collection<Policy> policies) {
        return policies.isEmpty() ? NONE : new Policies(policies);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Those that concern a key, in no order. */
    public List<Policy> concerning(String key) {
        if (size == 0) {
            return List.of();
        }
        List<Policy> found = new ArrayList<>();
        root.collect(key, 0, found);
        return found;
    }

    private static final class Node {

        private final Map<String, Node> next = new HashMap<>();
        private final List<Policy> endHere = new ArrayList<>();
        private final List<Policy> coverRest = new ArrayList<>();

        void add(Policy policy, String[] segments, int at) {
            boolean last = at == segments.length - 1;
            if (last && segments[at].equals(ANY)) {
                coverRest.add(policy);
                return;
            }
            Node node = next.computeIfAbsent(segments[at], segment -> new Node());
            if (last) {
                node.endHere.add(policy);
            } else {
                node.add(policy, segments, at + 1);
            }
        }

        void collect(String key, int start, List<Policy> found) {
            found.addAll(coverRest);
            if (next.isEmpty()) {
                return;
            }
            int end = key.indexOf(':', start);
            String segment = end < 0 ? key.substring(start) : key.substring(start, end);
            collect(next.get(segment), key, end, found);
            collect(next.get(ANY), key, end, found);
        }

        private static void collect(@Nullable Node node, String key, int end, List<Policy> found) {
            if (node == null) {
                return;
            }
            if (end < 0) {
                found.addAll(node.endHere);
            } else {
                node.collect(key, end + 1, found);
            }
        }
    }
}
