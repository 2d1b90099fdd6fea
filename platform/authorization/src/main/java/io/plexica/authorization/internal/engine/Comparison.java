package io.plexica.authorization.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at one attribute.
 *
 * @param attribute what is looked at
 * @param operator how
 * @param value what it is compared with: a value, a list of values, or another {@link Attribute}
 */
public record Comparison(Attribute attribute, Operator operator, Object value) implements Condition {

    @Override
    public boolean readsResource() {
        return attribute.root() == AttributeRoot.RESOURCE
                || (value instanceof Attribute other && other.root() == AttributeRoot.RESOURCE);
    }

    @Override
    public TruthValue test(EvaluationContext facts) {
        if (facts.hides(attribute)) {
            return TruthValue.UNKNOWN;
        }
        Object actual = facts.value(attribute);
        if (operator == Operator.EXISTS) {
            return TruthValue.of((actual != null) == Boolean.TRUE.equals(value));
        }
        Object other = value instanceof Attribute second ? facts.value(second) : value;
        return actual == null || other == null ? TruthValue.UNKNOWN : compare(actual, other);
    }

    private TruthValue compare(Object actual, Object other) {
        return switch (operator) {
            case EQUALS -> Compare.same(actual, other);
            case NOT_EQUALS -> Compare.same(actual, other).not();
            case IN -> other instanceof List<?> list ? isIn(actual, list) : TruthValue.UNKNOWN;
            case CONTAINS -> contains(actual, other);
            case GREATER_THAN -> order(Compare.order(actual, other), 1);
            case LESS_THAN -> order(Compare.order(actual, other), -1);
            case STARTS_WITH -> startsWith(actual, other);
            case EXISTS -> throw new IllegalStateException("answered before values are compared");
        };
    }

    private static TruthValue contains(Object actual, Object other) {
        if (actual instanceof String text) {
            return other instanceof String part ? TruthValue.of(text.contains(part)) : TruthValue.UNKNOWN;
        }
        return actual instanceof List<?> list ? isIn(other, list) : TruthValue.UNKNOWN;
    }

    private static TruthValue isIn(Object wanted, List<?> list) {
        boolean open = false;
        for (Object element : list) {
            TruthValue same = Compare.same(wanted, Values.of(element));
            if (same == TruthValue.TRUE) {
                return TruthValue.TRUE;
            }
            open |= same == TruthValue.UNKNOWN;
        }
        return open ? TruthValue.UNKNOWN : TruthValue.FALSE;
    }

    private static TruthValue startsWith(Object actual, Object other) {
        return actual instanceof String text && other instanceof String start
                ? TruthValue.of(text.startsWith(start))
                : TruthValue.UNKNOWN;
    }

    private static TruthValue order(@Nullable Integer order, int sign) {
        return order == null ? TruthValue.UNKNOWN : TruthValue.of(Integer.signum(order) == sign);
    }
}
