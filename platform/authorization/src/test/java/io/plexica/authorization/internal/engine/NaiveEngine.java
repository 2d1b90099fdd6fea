package io.plexica.authorization.internal.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, written down from the specification as plainly as can be, without an index, a cache or a class of the
 * engine's: conditions are the maps and lists of their JSON, and unknown is null.
 */
final class NaiveEngine {

    private NaiveEngine() {}

    /** A policy as its JSON. */
    record Rule(String permission, String effect, Map<String, Object> conditions) {}

    /** Nobody knows anything of the resource when there is no entry "resource". */
    static boolean allowed(Collection<String> held, List<Rule> rules, String key, Map<String, Object> facts) {
        if (held.stream().noneMatch(pattern -> matches(pattern, key))) {
            return false;
        }
        boolean someAllow = false;
        boolean oneAllows = false;
        for (Rule rule : rules) {
            if (matches(rule.permission, key)) {
                Boolean truth = truth(rule.conditions, facts);
                if (rule.effect.equals("DENY") && !Boolean.FALSE.equals(truth)) {
                    return false;
                }
                if (rule.effect.equals("ALLOW")) {
                    someAllow = true;
                    oneAllows |= Boolean.TRUE.equals(truth);
                }
            }
        }
        return !someAllow || oneAllows;
    }

    static boolean matches(String pattern, String key) {
        String[] wanted = pattern.split(":");
        String[] given = key.split(":");
        for (int i = 0; i < given.length; i++) {
            boolean last = i == wanted.length - 1;
            if (last && wanted[i].equals("*")) {
                return true;
            }
            if (i >= wanted.length || (!wanted[i].equals("*") && !wanted[i].equals(given[i]))) {
                return false;
            }
        }
        return wanted.length == given.length;
    }

    static @Nullable Boolean truth(Map<String, Object> condition, Map<String, Object> facts) {
        if (condition.containsKey("not")) {
            Boolean inner = truth(object(condition.get("not")), facts);
            return inner == null ? null : !inner;
        }
        boolean all = condition.containsKey("all");
        if (all || condition.containsKey("any")) {
            List<@Nullable Boolean> truths = new ArrayList<>();
            for (Object part : (List<?>) condition.get(all ? "all" : "any")) {
                truths.add(truth(object(part), facts));
            }
            if (truths.contains(!all)) {
                return !all;
            }
            return truths.contains(null) ? null : (Boolean) all;
        }
        return leaf(condition, facts);
    }

    private static @Nullable Boolean leaf(Map<String, Object> condition, Map<String, Object> facts) {
        String name = (String) condition.get("attribute");
        if (name.startsWith("resource.") && !facts.containsKey("resource")) {
            return null;
        }
        Object actual = attribute(name, facts);
        Object value = condition.get("value");
        String operator = (String) condition.get("operator");
        if (operator.equals("exists")) {
            return (actual != null) == (Boolean) value;
        }
        if (value instanceof Map<?, ?> other) {
            value = attribute((String) other.get("attribute"), facts);
        }
        if (actual == null || value == null) {
            return null;
        }
        return switch (operator) {
            case "equals" -> same(actual, value);
            case "notEquals" -> same(actual, value) == null ? null : !same(actual, value);
            case "in" -> value instanceof List<?> list ? one(list, actual) : null;
            case "contains" ->
                actual instanceof String text
                        ? (value instanceof String part ? text.contains(part) : null)
                        : (actual instanceof List<?> list ? one(list, value) : null);
            case "startsWith" ->
                actual instanceof String text && value instanceof String start ? text.startsWith(start) : null;
            case "greaterThan" -> compare(actual, value) == null ? null : compare(actual, value) > 0;
            case "lessThan" -> compare(actual, value) == null ? null : compare(actual, value) < 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static @Nullable Boolean one(List<?> list, Object wanted) {
        boolean unknown = false;
        for (Object element : list) {
            Boolean same = element == null ? null : same(element, wanted);
            if (Boolean.TRUE.equals(same)) {
                return true;
            }
            unknown |= same == null;
        }
        return unknown ? null : false;
    }

    private static @Nullable Object attribute(String name, Map<String, Object> facts) {
        Object at = facts;
        for (String part : name.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return at;
    }

    private static @Nullable Boolean same(Object left, Object right) {
        if (left instanceof Boolean && right instanceof Boolean) {
            return left.equals(right);
        }
        Integer order = compare(left, right);
        return order == null ? null : order == 0;
    }

    private static @Nullable Integer compare(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        if (moment(left) != null && moment(right) != null) {
            return moment(left).compareTo(moment(right));
        }
        if (left instanceof String text && right instanceof String other) {
            int[] mine = text.codePoints().toArray();
            int[] yours = other.codePoints().toArray();
            return java.util.Arrays.compare(mine, yours);
        }
        return null;
    }

    private static @Nullable Instant moment(Object value) {
        try {
            return value instanceof Instant moment
                    ? moment
                    : value instanceof String text && text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : null;
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object json) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(json);
    }
}
