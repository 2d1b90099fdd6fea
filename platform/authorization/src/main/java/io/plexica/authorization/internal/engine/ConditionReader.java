package io.plexica.authorization.internal.engine;

import io.plexica.authorization.internal.engine.Condition.All;
import io.plexica.authorization.internal.engine.Condition.Any;
import io.plexica.authorization.internal.engine.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a condition from maps, lists and scalars as JSON gives them, and finds all that is wrong with it. For one thread. */
public final class ConditionReader {

    /** How deep {@code all}, {@code any} and {@code not} may lie in each other. */
    public static final int DEEPEST = 8;

    /** How many comparisons one policy may have. */
    public static final int MOST_COMPARISONS = 100;

    private static final List<String> JOINS = List.of("all", "any", "not");
    private static final Set<String> LEAF = Set.of("attribute", "operator", "value");

    private final ConditionErrors flaws;
    private int comparisons;

    private ConditionReader(ConditionErrors flaws) {
        this.flaws = flaws;
    }

    /**
     * Reads a condition.
     *
     * @param pointer where it lies, such as {@code /conditions}
     * @return empty when something is wrong, which is then among the flaws
     */
    public static Optional<Condition> read(@Nullable Object tree, String pointer, ConditionErrors flaws) {
        int before = flaws.found().size();
        ConditionReader reader = new ConditionReader(flaws);
        Condition condition = reader.condition(tree, pointer, 0);
        if (reader.comparisons > MOST_COMPARISONS) {
            flaws.add(pointer, "must have at most " + MOST_COMPARISONS + " conditions, not " + reader.comparisons);
        }
        return flaws.found().size() == before ? Optional.ofNullable(condition) : Optional.empty();
    }

    private @Nullable Condition condition(@Nullable Object tree, String pointer, int depth) {
        if (!(tree instanceof Map<?, ?> map)) {
            flaws.add(pointer, "must be an object with all, any, not, or attribute, operator and value");
            return null;
        }
        List<String> joins = JOINS.stream().filter(map::containsKey).toList();
        if (joins.isEmpty()) {
            return comparison(map, pointer);
        }
        map.keySet().stream()
                .map(String::valueOf)
                .filter(member -> !member.equals(joins.get(0)))
                .forEach(member ->
                        flaws.add(pointer + "/" + escaped(member), "cannot stand beside '" + joins.get(0) + "'"));
        if (depth == DEEPEST) {
            flaws.add(pointer, "lies too deep: all, any and not may be nested " + DEEPEST + " times at most");
            return null;
        }
        return join(joins.get(0), map.get(joins.get(0)), pointer + "/" + joins.get(0), depth + 1);
    }

    private @Nullable Condition join(String word, @Nullable Object part, String pointer, int depth) {
        if (word.equals("not")) {
            Condition negated = condition(part, pointer, depth);
            return negated == null ? null : new Not(negated);
        }
        if (!(part instanceof List<?> list) || list.isEmpty()) {
            flaws.add(pointer, "must be a list with at least one condition");
            return null;
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Condition read = condition(list.get(i), pointer + "/" + i, depth);
            if (read != null) {
                parts.add(read);
            }
        }
        return word.equals("all") ? new All(parts) : new Any(parts);
    }

    private @Nullable Condition comparison(Map<?, ?> map, String pointer) {
        comparisons++;
        map.keySet().stream()
                .map(String::valueOf)
                .filter(member -> !LEAF.contains(member))
                .forEach(member -> flaws.add(
                        pointer + "/" + escaped(member),
                        "is not known; possible: all, any, not, or attribute, operator, value"));
        Optional<Attribute> attribute = attribute(map.get("attribute"), pointer + "/attribute");
        Optional<Operator> operator = operator(map.get("operator"), pointer + "/operator");
        if (!map.containsKey("value")) {
            flaws.add(pointer + "/value", "is required");
            return null;
        }
        if (attribute.isEmpty() || operator.isEmpty()) {
            return null;
        }
        return new OperandReader(flaws)
                .read(attribute.get(), operator.get(), map.get("value"), pointer)
                .map(value -> new Comparison(attribute.get(), operator.get(), value))
                .orElse(null);
    }

    private Optional<Attribute> attribute(@Nullable Object tree, String pointer) {
        if (tree == null) {
            flaws.add(pointer, "is required");
            return Optional.empty();
        }
        Optional<Attribute> attribute = tree instanceof String text ? Attribute.parse(text) : Optional.empty();
        if (attribute.isEmpty()) {
            flaws.add(
                    pointer,
                    "must be a name such as resource.amount; it begins with user, resource, workspace or environment");
        } else if (!PlatformAttributes.isPossible(attribute.get())) {
            flaws.add(pointer, "is not known; possible: resource.…, " + String.join(", ", PlatformAttributes.names()));
            return Optional.empty();
        }
        return attribute;
    }

    private Optional<Operator> operator(@Nullable Object tree, String pointer) {
        Optional<Operator> operator = tree instanceof String text ? Operator.of(text) : Optional.empty();
        if (operator.isEmpty()) {
            String what = tree == null ? "is required" : "is not known";
            flaws.add(pointer, what + "; possible: " + String.join(", ", Operator.words()));
        }
        return operator;
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
