package io.plexica.configuration.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
final class NearestName {

    private NearestName() {}

    /** The known name with the fewest letters changed; empty when nothing is near. */
    static Optional<String> of(String wrong, Collection<String> known) {
        int farthest = Math.max(2, wrong.length() / 3);
        return known.stream()
                .filter(name -> distance(wrong, name) <= farthest)
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "; did you mean …?" or nothing. */
    static String hint(String wrong, Collection<String> known) {
        return of(wrong, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    private static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + change, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[right.length()];
    }
}
