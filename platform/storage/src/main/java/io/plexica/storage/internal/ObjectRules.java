package io.plexica.storage.internal;

import io.plexica.spi.web.Checks;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** What paths and what is noted beside objects must be like. */
final class ObjectRules {

    static final int MOST_LISTED = 1000;

    private static final int LONGEST_PATH = 512;
    private static final int LONGEST_PART = 200;
    private static final int MOST_NOTES = 16;
    private static final int LONGEST_NOTES = 512;
    private static final int LONGEST_TYPE = 127;
    private static final Duration LONGEST_LINK = Duration.ofDays(7);
    private static final String TOKEN = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*";
    private static final Pattern TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "(; ?" + TOKEN + "=(" + TOKEN + "|\"[A-Za-z0-9 ()+,./:=?_-]*\"))*");
    private static final Pattern NOTE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private ObjectRules() {}

    /** A path of one object. */
    static void path(String path) {
        Checks checks = new Checks();
        for (String part : path.split("/", -1)) {
            checks.unless(!part.isEmpty(), "/path", "must not begin or end with a slash, or have two in a row");
            checks.unless(!part.equals(".") && !part.equals(".."), "/path", "must not have parts . or ..");
            checks.unless(bytes(part) <= LONGEST_PART, "/path", "must have parts of at most 200 bytes");
        }
        text(checks, "/path", path).done();
    }

    /** What paths in a list begin with; empty for all. */
    static void list(String prefix, int size) {
        text(new Checks(), "/prefix", prefix)
                .unless(size >= 1 && size <= MOST_LISTED, "/size", "must be a number from 1 to " + MOST_LISTED)
                .done();
    }

    /** What is noted beside an object. */
    static void details(String contentType, Map<String, String> metadata) {
        Checks checks = new Checks()
                .unless(
                        contentType.length() <= LONGEST_TYPE
                                && TYPE.matcher(contentType).matches(),
                        "/contentType",
                        "must be a media type such as application/pdf, of at most 127 characters")
                .unless(metadata.size() <= MOST_NOTES, "/metadata", "must have at most 16 entries");
        int length = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            length += bytes(entry.getKey()) + bytes(entry.getValue());
            checks.unless(
                    NOTE.matcher(entry.getKey()).matches(),
                    "/metadata",
                    "must have names of 1 to 64 characters a-z 0-9 and -");
            checks.unless(
                    entry.getValue().chars().noneMatch(Character::isISOControl) && isWhole(entry.getValue()),
                    "/metadata/" + entry.getKey(),
                    "must not contain control characters");
        }
        checks.unless(length <= LONGEST_NOTES, "/metadata", "must have at most 512 bytes in all")
                .done();
    }

    /** How long a link lives. */
    static void timeToLive(Duration timeToLive) {
        new Checks()
                .unless(
                        timeToLive.compareTo(Duration.ofSeconds(1)) >= 0 && timeToLive.compareTo(LONGEST_LINK) <= 0,
                        "/timeToLive",
                        "must be from one second to seven days")
                .done();
    }

    private static Checks text(Checks checks, String pointer, String text) {
        return checks.unless(bytes(text) <= LONGEST_PATH, pointer, "must have at most 512 bytes in UTF-8")
                .unless(
                        text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\'),
                        pointer,
                        "must not contain control characters or a backslash")
                .unless(
                        isWhole(text) && Normalizer.isNormalized(text, Normalizer.Form.NFC),
                        pointer,
                        "must be Unicode in its composed form (NFC)");
    }

    /** Half a character has no form in UTF-8, and would become another. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
