package io.plexica.spi.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param level how bad it is
 * @param subject what was looked at, in a few words
 * @param found how it is, without secrets
 * @param advice what to do; null when nothing is
 */
public record Finding(
        Level level, String subject, String found, @Nullable String advice) {

    /** How bad something is, least first. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Works, and will not always. */
        WARN,
        /** Does not work, or is not safe. */
        FAIL
    }

    /** All is well. */
    public static Finding ok(String subject, String found) {
        return new Finding(Level.OK, subject, found, null);
    }

    /** Something to see to. */
    public static Finding warn(String subject, String found, String advice) {
        return new Finding(Level.WARN, subject, found, advice);
    }

    /** Something to see to now. */
    public static Finding fail(String subject, String found, String advice) {
        return new Finding(Level.FAIL, subject, found, advice);
    }

    /** A number that should stay below two bounds. */
    public static Finding below(String subject, String found, double value, double warn, double fail, String advice) {
        if (value >= fail) {
            return fail(subject, found, advice);
        }
        return value >= warn ? warn(subject, found, advice) : ok(subject, found);
    }
}
