package io.plexica.authorization.internal.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether granted keys cover a permission. Wildcards stand for whole segments: {@code *} in the middle for exactly
 * one, at the end for all that follow, at least one. Whole keys are found by their hash; wildcards in a tree, whose depth
 * is that of the key asked for, however many there are. Immutable.
 */
public final class KeyMatcher {

    private static final String WILDCARD = "*";

    private final Set<String> whole = new HashSet<>();
    private final Node wildcards = new Node();

    public KeyMatcher(Collection<String> keys) {
        for (String key : keys) {
            if (key.contains(WILDCARD)) {
                wildcards.add(key);
            } else {
                whole.add(key);
            }
        }
    }

    public boolean covers(String key) {
        return !key.isEmpty() && (whole.contains(key) || wildcards.covers(key, 0));
    }

    /** A place in the tree of wildcard keys, reached by the segments before it. */
    private static final class Node {

        private final Map<String, Node> next = new HashMap<>();
        private boolean coversRest;
        private boolean endsHere;

        void add(String key) {
            Node node = this;
            String[] segments = key.split(":", -1);
            for (int i = 0; i < segments.length; i++) {
                if (i == segments.length - 1 && segments[i].equals(WILDCARD)) {
                    node.coversRest = true;
                    return;
                }
                node = node.next.computeIfAbsent(segments[i], segment -> new Node());
            }
            node.endsHere = true;
        }

        boolean covers(String key, int start) {
            if (coversRest) {
                return true;
            }
            if (next.isEmpty()) {
                return false;
            }
            int end = key.indexOf(':', start);
            String segment = end < 0 ? key.substring(start) : key.substring(start, end);
            return covers(next.get(segment), key, end) || covers(next.get(WILDCARD), key, end);
        }

        private static boolean covers(@Nullable Node node, String key, int end) {
            if (node == null) {
                return false;
            }
            return end < 0 ? node.endsHere : node.covers(key, end + 1);
        }
    }
}
