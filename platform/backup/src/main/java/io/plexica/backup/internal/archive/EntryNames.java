package io.plexica.backup.internal.archive;

import java.util.regex.Pattern;

/** The names that entries may have. Pure. */
final class EntryNames {

    private static final Pattern SOUND = Pattern.compile("[a-z]{1,32}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){1,3}");

    private EntryNames() {}

    /** Whether it is the name of an entry of a part, and of nothing outside it. */
    static boolean isSound(String name) {
        return SOUND.matcher(name).matches();
    }

    /** The part that an entry belongs to. */
    static String part(String name) {
        return name.substring(0, name.indexOf('/'));
    }
}
