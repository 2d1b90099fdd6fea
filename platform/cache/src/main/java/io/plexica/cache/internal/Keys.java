package io.plexica.cache.internal;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.Checks;
import java.time.Duration;
import java.util.regex.Pattern;

/** What is a key, a pattern of keys and a time to live, and what is none. */
final class Keys {

    static final int LONGEST = 200;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,200}");
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._:*-]{1,200}");
    private static final Pattern PLUGIN = Pattern.compile("\\*|[a-z][a-z0-9-]{0,63}");
    private static final Duration SHORTEST_TIME = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIME = Duration.ofDays(1);

    private Keys() {}

    /** The whole key of what a plugin calls so in a tenant. */
    static String whole(String tenant, String plugin, String key) {
        check(KEY, "key", key, "must be 1 to 200 of the characters A-Z a-z 0-9 . _ : -");
        return tenant + ":" + plugin + ":" + key;
    }

    /** The same for a pattern. */
    static String pattern(String tenant, String plugin, String pattern) {
        new Checks()
                .unless(PLUGIN.matcher(plugin).matches(), "/plugin", "must be the id of a plugin, or * for all")
                .unless(isPattern(pattern), "/pattern", "must be 1 to 200 of the characters A-Z a-z 0-9 . _ : - and *")
                .done();
        return tenant + ":" + plugin + ":" + pattern;
    }

    /** Whether keys may begin so, with room behind it for the arguments of a call. */
    static boolean isPrefix(String text) {
        return text.length() < LONGEST / 2 && KEY.matcher(text).matches();
    }

    static boolean isPattern(String text) {
        return PATTERN.matcher(text).matches();
    }

    static Duration lifetime(Duration time) {
        if (time.compareTo(SHORTEST_TIME) < 0 || time.compareTo(LONGEST_TIME) > 0) {
            throw PlexicaException.validation(
                    new FieldError("/timeToLive", "must be from a second to a day; it is " + time));
        }
        return time;
    }

    private static void check(Pattern form, String what, String text, String message) {
        if (!form.matcher(text).matches()) {
            throw PlexicaException.validation(new FieldError("/" + what, message));
        }
    }
}
