package io.plexica.authorization.internal.engine;

import io.plexica.authorization.internal.engine.Condition.All;
import io.plexica.authorization.internal.engine.Condition.Any;
import io.plexica.authorization.internal.engine.Condition.Not;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns conditions back into maps, lists and scalars, as JSON writes them. */
public final class ConditionWriter {

    private ConditionWriter() {}

    /** The form that {@link ConditionReader} reads. */
    public static Map<String, Object> tree(Condition condition) {
        if (condition instanceof All all) {
            return Map.of("all", trees(all.parts()));
        }
        if (condition instanceof Any any) {
            return Map.of("any", trees(any.parts()));
        }
        if (condition instanceof Not not) {
            return Map.of("not", tree(not.part()));
        }
        Comparison comparison = (Comparison) condition;
        Map<String, Object> leaf = new LinkedHashMap<>();
        leaf.put("attribute", comparison.attribute().toString());
        leaf.put("operator", comparison.operator().word());
        leaf.put(
                "value",
                comparison.value() instanceof Attribute other
                        ? Map.of("attribute", other.toString())
                        : comparison.value());
        return leaf;
    }

    private static List<Map<String, Object>> trees(List<Condition> parts) {
        return parts.stream().map(ConditionWriter::tree).toList();
    }
}
