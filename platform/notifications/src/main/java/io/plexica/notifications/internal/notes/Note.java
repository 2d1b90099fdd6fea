package io.plexica.notifications.internal.notes;

import io.plexica.api.notifications.Notification.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A notification before it is sent.
 *
 * @param type {@code notification} for those of plugins, else what it is about, such as {@code plugin-installed}
 * @param link a path within the console; null for nowhere
 */
public record Note(
        String type,
        Severity severity,
        String title,
        String text,
        @Nullable String link) {

    /** What plugins send. */
    public static final String OF_A_PLUGIN = "notification";

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_LINK = 500;

    /** One slash, and then neither another nor anything that a browser takes for one. */
    private static final Pattern PATH = Pattern.compile("/([^/\\\\\\s\\p{Cc}][^\\\\\\s\\p{Cc}]*)?");

    /** All that is wrong with it, in words; empty when it is in order. */
    public List<String> wrongs() {
        List<String> wrongs = new ArrayList<>();
        if (title.isBlank() || length(title) > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            wrongs.add("its title must be one line of 1 to " + LONGEST_TITLE + " characters");
        }
        if (length(text) > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            wrongs.add("its text must have at most " + LONGEST_TEXT + " characters, not " + length(text));
        }
        if (link != null && (length(link) > LONGEST_LINK || !PATH.matcher(link).matches())) {
            wrongs.add("its link must be a path within the console, such as /crm/contacts/42, of at most "
                    + LONGEST_LINK + " characters");
        }
        return wrongs;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
