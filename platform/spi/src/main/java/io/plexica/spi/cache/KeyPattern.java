package io.plexica.spi.cache;

import java.util.function.Predicate;

/** Patterns of keys, in which {@code *} stands for any characters and everything else for itself. */
public final class KeyPattern {

    private KeyPattern() {}

    /** Whether a key matches. However many stars there are, a key is gone through once. */
    public static Predicate<String> of(String pattern) {
        String[] parts = pattern.split("\\*", -1);
        return parts.length == 1 ? pattern::equals : key -> matches(parts, key);
    }

    private static boolean matches(String[] parts, String key) {
        String first = parts[0];
        String last = parts[parts.length - 1];
        int end = key.length() - last.length();
        if (end < first.length() || !key.startsWith(first) || !key.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = key.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }

    /** The slug with which a key or pattern begins. */
    public static String tenant(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }
}
