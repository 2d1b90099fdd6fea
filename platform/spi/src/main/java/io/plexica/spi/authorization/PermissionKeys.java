package io.plexica.spi.authorization;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The form of permission keys, and which patterns cover which. A key has three segments, {@code crm:contacts:read}. A
 * pattern may put {@code *} for whole segments; a last {@code *} also stands for all segments that follow, so that
 * {@code crm:*} means {@code crm:*:*} and {@code *} everything.
 */
public final class PermissionKeys {

    /** Everything in a tenant; legal only in the system role {@code admin}. */
    public static final String EVERYTHING = "*";

    private static final int SEGMENTS = 3;
    private static final int LONGEST = 200;
    private static final String SEGMENT = "[a-z][a-z0-9-]*";
    private static final String OR_ANY = "(?:" + SEGMENT + "|\\*)";
    private static final Pattern KEY = Pattern.compile(SEGMENT + ":" + SEGMENT + ":" + SEGMENT);
    private static final Pattern PATTERN =
            Pattern.compile("\\*|" + OR_ANY + ":\\*|" + OR_ANY + ":" + OR_ANY + ":" + OR_ANY);

    private PermissionKeys() {}

    /** Whether this is a whole key, without wildcards. */
    public static boolean isKey(String text) {
        return text.length() <= LONGEST && KEY.matcher(text).matches();
    }

    /** Whether this is a whole key or a pattern of keys. */
    public static boolean isPattern(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }

    /** Whether a pattern covers every key there can be, however it is written. */
    public static boolean isEverything(String pattern) {
        return covers(pattern, EVERYTHING);
    }

    /** The pattern with all three of its segments, {@code crm:*:*} for {@code crm:*}. */
    public static String whole(String pattern) {
        StringBuilder whole = new StringBuilder(pattern);
        for (long segments = pattern.chars().filter(c -> c == ':').count() + 1; segments < SEGMENTS; segments++) {
            whole.append(":*");
        }
        return whole.toString();
    }

    /** Whether all that one pattern or key stands for is covered by another. */
    public static boolean covers(String pattern, String wanted) {
        String[] held = whole(pattern).split(":", -1);
        String[] asked = whole(wanted).split(":", -1);
        if (held.length != asked.length) {
            return false;
        }
        for (int i = 0; i < held.length; i++) {
            if (!held[i].equals("*") && !held[i].equals(asked[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether there can be a key that both patterns cover. */
    public static boolean overlap(String left, String right) {
        String[] one = whole(left).split(":", -1);
        String[] other = whole(right).split(":", -1);
        boolean overlap = one.length == other.length;
        for (int i = 0; overlap && i < one.length; i++) {
            overlap = one[i].equals("*") || other[i].equals("*") || one[i].equals(other[i]);
        }
        return overlap;
    }

    /** Those of the wanted patterns and keys that no single held one covers, in order. */
    public static Set<String> lacking(Collection<String> held, Collection<String> wanted) {
        Set<String> lacking = new TreeSet<>();
        for (String pattern : wanted) {
            if (held.stream().noneMatch(mine -> covers(mine, pattern))) {
                lacking.add(pattern);
            }
        }
        return lacking;
    }
}
