package io.plexica.authorization.internal.roles;

import java.util.Comparator;
import java.util.Set;

/**
 * Keys that cannot be meant. A key of a plugin that the tenant does not have is taken as it is, since the plugin may come;
 * one that the platform, or a plugin that is there, does not have is a slip of the pen. Pure.
 */
public final class PermissionKeyCheck {

    private PermissionKeyCheck() {}

    /** Whether a whole key names something that its plugin, which is there, does not have. */
    public static boolean isKey(String key, Set<String> known) {
        String owner = key.substring(0, key.indexOf(':') + 1);
        return !key.contains("*") && !known.contains(key) && known.stream().anyMatch(other -> other.startsWith(owner));
    }

    /** What to say about it. */
    public static String message(String key, Set<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt((String other) -> distance(key, other))
                        .thenComparing(other -> other))
                .orElse("");
        return "is not known here; the nearest is " + nearest;
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
