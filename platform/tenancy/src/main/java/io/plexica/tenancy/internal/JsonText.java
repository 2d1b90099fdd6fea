package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.web.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of JSON objects that are kept as they are. Pure. */
final class JsonText {

    private static final int LONGEST = 65_536;

    /** An escaped NUL in JSON text, but not an escaped backslash before the letters. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private JsonText() {}

    /** An object that may be missing, of a size that can be kept. */
    static void check(Checks checks, String pointer, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return;
        }
        if (!(node instanceof ObjectNode)) {
            checks.wrong(pointer, "must be a JSON object");
            return;
        }
        String text = node.toString();
        checks.unless(text.length() <= LONGEST, pointer, "must not be longer than " + LONGEST + " characters of JSON")
                .unless(!NUL.matcher(text).find(), pointer, "must not contain the character NUL");
    }

    /** A member's name as a part of a JSON pointer. */
    static String pointer(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
