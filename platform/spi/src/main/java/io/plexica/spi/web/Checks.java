package io.plexica.spi.web;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the values of a body and collects all that is wrong, for one answer. Lengths count characters as people do
 * (code points). For one thread.
 */
public final class Checks {

    private static final int LONGEST_NAME = 255;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>\"]{1,64}@[^@\\s\\p{Cntrl}<>\"]{1,189}");
    private static final Pattern MARKUP = Pattern.compile("[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()]");

    /** Letters and a symbol by their kind, but drawn as nothing: the fillers of Hangul, and Braille without dots. */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0\u2800";

    private static final Pattern BREAKS = Pattern.compile("[\\n\\r\\t\\u2028\\u2029]");

    private final List<FieldError> errors = new ArrayList<>();

    /** A name that must be there: 1 to 255 characters on one line, some of which can be seen. */
    public Checks name(String pointer, @Nullable String name) {
        if (name == null) {
            return missing(pointer);
        }
        return text(pointer, name, LONGEST_NAME)
                .unless(name.codePoints().anyMatch(Checks::isSeen), pointer, "must not be blank")
                .unless(!BREAKS.matcher(name).find(), pointer, "must be on one line and without tabs");
    }

    /** The same, unless it stays as it is: what was taken by older rules stands in the way of no other change. */
    public Checks name(String pointer, @Nullable String name, @Nullable String present) {
        return name != null && name.equals(present) ? this : name(pointer, name);
    }

    /** Whether a reader sees a character: neither space of any kind, or a filler, nor one that only steers others. */
    private static boolean isSeen(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT
                && FILLERS.indexOf(character) < 0;
    }

    /** A given or family name: as the identity server takes it. */
    public Checks personName(String pointer, @Nullable String name) {
        if (name == null) {
            return this;
        }
        return name(pointer, name)
                .unless(
                        !MARKUP.matcher(name).find(),
                        pointer,
                        "must not contain any of < > & \" $ % ! # ? § ; * ~ / \\ | ^ = [ ] { } ( )");
    }

    /** Text that may be missing: at most so many characters, no control characters but line breaks and tabs. */
    public Checks text(String pointer, @Nullable String text, int longest) {
        if (text == null) {
            return this;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(pointer, "must have at most " + longest + " characters");
        }
        boolean controls = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        return unless(!controls, pointer, "must not contain control characters");
    }

    /** An address that must be there. */
    public Checks email(String pointer, @Nullable String email) {
        if (email == null) {
            return missing(pointer);
        }
        return unless(EMAIL.matcher(email).matches(), pointer, "must be an e-mail address such as 'ada@example.com'");
    }

    /** A password that may be missing: 8 to 128 characters, not all blank, which nobody could sign in with. */
    public Checks password(String pointer, @Nullable String password) {
        if (password == null) {
            return this;
        }
        int length = password.codePointCount(0, password.length());
        boolean controls = password.chars().anyMatch(Character::isISOControl);
        return unless(length >= 8 && length <= 128, pointer, "must have 8 to 128 characters")
                .unless(!password.isBlank(), pointer, "must not be blank")
                .unless(!controls, pointer, "must not contain control characters");
    }

    /** What is there in a wrong form is not missing, too. */
    private Checks missing(String pointer) {
        return unless(errors.stream().anyMatch(error -> error.pointer().equals(pointer)), pointer, "is required");
    }

    /** A value that must be one of some. */
    public Checks oneOf(String pointer, @Nullable String value, Collection<String> possible) {
        return unless(
                value != null && possible.contains(value), pointer, "must be one of " + String.join(", ", possible));
    }

    /** A member that is not changed here: it may be left out, or sent back as it was read. */
    public Checks unchanged(String pointer, @Nullable Object given, @Nullable Object present) {
        return unless(given == null || given.equals(present), pointer, "is not changed here; send it as it was read");
    }

    /** Notes something wrong unless a condition holds. */
    public Checks unless(boolean sound, String pointer, String message) {
        return sound ? this : wrong(pointer, message);
    }

    /** Notes something wrong. */
    public Checks wrong(String pointer, String message) {
        errors.add(new FieldError(pointer, message));
        return this;
    }

    /**
     * Refuses when anything was wrong.
     *
     * @throws PlexicaException {@code validation-failed} with all of it
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw PlexicaException.validation(errors);
        }
    }
}
