package io.plexica.spi.cache;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns of keys, in which {@code *} stands for any characters and everything else for itself. */
public final class KeyPattern {

    private KeyPattern() {}

    /** Whether a key matches. */
    public static Predicate<String> of(String pattern) {
        String expression =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).asMatchPredicate();
    }

    /** The slug with which a key or pattern begins. */
    public static String tenant(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }
}
