package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the schema of schemas cannot say of a schema that a plugin brings: it stands on its own, all that it refers to is in it,
 * and checking a value with it comes to an end.
 */
final class SchemaRules {

    private static final List<String> ONE = List.of(
            "not",
            "if",
            "then",
            "else",
            "items",
            "contains",
            "additionalProperties",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentSchema");
    private static final List<String> SEVERAL = List.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final List<String> NAMED =
            List.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    /** The keywords whose schemas look at the same value again. */
    private static final Pattern SAME_VALUE =
            Pattern.compile("/(?:not|if|then|else|(?:allOf|anyOf|oneOf)/\\d+|dependentSchemas/[^/]*)");

    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef");
    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+)");

    /** How often a part of an expression may be gone through before a character is looked at. */
    private static final double MOST_REPEATED = 1_000_000;

    private final JsonNode schema;
    private final Map<String, JsonNode> found = new LinkedHashMap<>();
    private final Map<String, String> anchors = new HashMap<>();
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, List<String>> again = new TreeMap<>();
    private final List<FieldError> problems = new ArrayList<>();

    private SchemaRules(JsonNode schema) {
        this.schema = schema;
    }

    /** All that is wrong with a schema of the right form, by pointer within it. */
    static List<FieldError> problems(JsonNode schema) {
        SchemaRules rules = new SchemaRules(schema);
        rules.look("", schema);
        rules.follow();
        if (rules.problems.isEmpty()) {
            rules.endless();
        }
        return rules.problems;
    }

    private void look(String at, JsonNode node) {
        if (found.putIfAbsent(at, node) != null || !node.isObject()) {
            return;
        }
        identity(at, node);
        expression(at + "/pattern", node.path("pattern").asText(""));
        for (String reference : REFERENCES) {
            if (node.path(reference).isTextual()) {
                references.put(at + "/" + reference, node.path(reference).asText());
            }
        }
        for (String keyword : ONE) {
            below(at, "/" + keyword, node.path(keyword));
        }
        for (String keyword : SEVERAL) {
            JsonNode items = node.path(keyword);
            for (int i = 0; items.isArray() && i < items.size(); i++) {
                below(at, "/" + keyword + "/" + i, items.get(i));
            }
        }
        for (String keyword : NAMED) {
            node.path(keyword).properties().forEach(member -> {
                below(at, "/" + keyword + "/" + escaped(member.getKey()), member.getValue());
                if (keyword.equals("patternProperties")) {
                    expression(at + "/" + keyword, member.getKey());
                }
            });
        }
    }

    private void below(String at, String step, JsonNode node) {
        if (!node.isObject() && !node.isBoolean()) {
            return;
        }
        if (SAME_VALUE.matcher(step).matches()) {
            again.computeIfAbsent(at, place -> new ArrayList<>()).add(at + step);
        }
        look(at + step, node);
    }

    private void identity(String at, JsonNode node) {
        String dialect = node.path("$schema").asText(SchemaCheck.META_SCHEMA);
        if (!dialect.equals(SchemaCheck.META_SCHEMA) && !dialect.equals(SchemaCheck.META_SCHEMA + "#")) {
            add(at + "/$schema", "must be " + SchemaCheck.META_SCHEMA + ", or left out");
        }
        if (!at.isEmpty() && node.has("$id")) {
            add(at + "/$id", "is possible for the whole schema only");
        }
        for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
            if (node.path(keyword).isTextual()) {
                anchors.put(node.path(keyword).asText(), at);
            }
        }
    }

    private void expression(String at, String text) {
        double repeated = REPEATED.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToDouble(count -> Math.max(1, Double.parseDouble(count.substring(1))))
                .reduce(1, (left, right) -> left * right);
        if (repeated > MOST_REPEATED) {
            add(at, "repeats too much: its counts must not multiply to more than a million");
            return;
        }
        try {
            Pattern.compile(text);
        } catch (IllegalArgumentException | StackOverflowError e) {
            add(at, "is no regular expression");
        }
    }

    /** Each reference leads to a schema here; what it leads to is looked at, too, wherever that stands. */
    private void follow() {
        Deque<Map.Entry<String, String>> open = new ArrayDeque<>(references.entrySet());
        while (!open.isEmpty()) {
            Map.Entry<String, String> reference = open.poll();
            String at = reference.getKey();
            String text = reference.getValue();
            if (!text.startsWith("#")) {
                add(at, "refers to another document: only '#…' is possible");
                continue;
            }
            String target = target(text);
            JsonNode node = target == null ? schema.path("") : schema.at(target);
            if (target == null || (!node.isObject() && !node.isBoolean())) {
                add(at, "refers to '" + text + "', which is not in the schema");
                continue;
            }
            again.computeIfAbsent(at.substring(0, at.lastIndexOf('/')), place -> new ArrayList<>())
                    .add(target);
            Map<String, String> before = Map.copyOf(references);
            look(target, node);
            references.entrySet().stream()
                    .filter(later -> !before.containsKey(later.getKey()))
                    .forEach(open::add);
        }
    }

    private @Nullable String target(String reference) {
        String fragment = reference.substring(1);
        try {
            String decoded = URI.create(reference).getFragment();
            fragment = decoded == null ? fragment : decoded;
        } catch (IllegalArgumentException e) {
            // As it stands.
        }
        return fragment.isEmpty() || fragment.startsWith("/") ? fragment : anchors.get(fragment);
    }

    /** A schema that leads back to itself without going into the value is never done. */
    private void endless() {
        Map<String, Boolean> done = new HashMap<>();
        for (String start : again.keySet()) {
            if (leadsBack(start, done)) {
                add(start, "refers to itself without end");
                return;
            }
        }
    }

    private boolean leadsBack(String at, Map<String, Boolean> done) {
        Boolean known = done.putIfAbsent(at, false);
        if (known != null) {
            return !known;
        }
        boolean back = again.getOrDefault(at, List.of()).stream().anyMatch(next -> leadsBack(next, done));
        done.put(at, true);
        return back;
    }

    private void add(String at, String message) {
        problems.add(new FieldError(at, message));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
