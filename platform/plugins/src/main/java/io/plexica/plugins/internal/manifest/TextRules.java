package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which characters the texts of a manifest may have: those that can be stored, and to people what they seem to be. */
final class TextRules {

    /** Values that are the plugin's own affair; they are only stored. */
    private static final Pattern OWN = Pattern.compile("/configuration(?:/.*)?|/policies/\\d+/conditions(?:/.*)?");

    private static final Pattern DESCRIPTION = Pattern.compile(".*/description");
    private static final Pattern STRANGE = Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final Pattern MARKS = Pattern.compile("[\\x{200E}\\x{200F}\\x{061C}]");
    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");

    private final List<FieldError> problems = new ArrayList<>();

    private final boolean own;

    private TextRules(boolean own) {
        this.own = own;
    }

    /** Characters in a plugin's own values that cannot be kept. */
    static List<FieldError> unstorable(String at, JsonNode values) {
        TextRules rules = new TextRules(true);
        rules.look(at, values);
        return rules.problems;
    }

    /** All that is wrong with the texts of a manifest. */
    static List<FieldError> problems(JsonNode manifest) {
        TextRules rules = new TextRules(false);
        rules.look("", manifest);
        return rules.problems;
    }

    private void look(String at, JsonNode node) {
        if (node.isTextual()) {
            String problem = problem(at, node.asText());
            if (!problem.isEmpty()) {
                problems.add(new FieldError(at, problem));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(at + "/" + i, node.get(i));
        }
        node.properties().forEach(member -> {
            String problem = unstorable(member.getKey());
            if (problem.isEmpty()) {
                look(at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue());
            } else {
                problems.add(new FieldError(at, "has a member whose name " + problem));
            }
        });
    }

    private String problem(String at, String text) {
        String problem = unstorable(text);
        if (!problem.isEmpty() || own || OWN.matcher(at).matches()) {
            return problem;
        }
        boolean described = DESCRIPTION.matcher(at).matches();
        String shown = described ? text.replaceAll("[\\r\\n\\t]", "") : text;
        if (STRANGE.matcher(shown).find() || (!described && MARKS.matcher(shown).find())) {
            return "must have no control characters, nor characters that turn the direction of writing";
        }
        return !described && BLANK.matcher(text).matches() ? "must not be blank" : "";
    }

    private static String unstorable(String text) {
        if (text.indexOf('\0') >= 0) {
            return "must not have the character U+0000";
        }
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                ? "must not have half a character (a surrogate on its own)"
                : "";
    }
}
