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
        return attribute.root() == Root.RESOURCE || (value instanceof Attribute other && other.root() == Root.RESOURCE);
    }

    @Override
    public Truth test(Facts facts) {
        if (facts.hides(attribute)) {
            return Truth.UNKNOWN;
        }
        Object actual = facts.value(attribute);
        if (operator == Operator.EXISTS) {
            return Truth.of((actual != null) == Boolean.TRUE.equals(value));
        }
        Object other = value instanceof Attribute second ? facts.value(second) : value;
        return actual == null || other == null ? Truth.UNKNOWN : compare(actual, other);
    }

    private Truth compare(Object actual, Object other) {
        return switch (operator) {
            case EQUALS -> Compare.same(actual, other);
            case NOT_EQUALS -> Compare.same(actual, other).not();
            case IN -> other instanceof List<?> list ? isIn(actual, list) : Truth.UNKNOWN;
            case CONTAINS -> contains(actual, other);
            case GREATER_THAN -> order(Compare.order(actual, other), 1);
            case LESS_THAN -> order(Compare.order(actual, other), -1);
            case STARTS_WITH -> startsWith(actual, other);
            case EXISTS -> throw new IllegalStateException("answered before values are compared");
        };
    }

    private static Truth contains(Object actual, Object other) {
        if (actual instanceof String text) {
            return other instanceof String part ? Truth.of(text.contains(part)) : Truth.UNKNOWN;
        }
        return actual instanceof List<?> list ? isIn(other, list) : Truth.UNKNOWN;
    }

    private static Truth isIn(Object wanted, List<?> list) {
        boolean open = false;
        for (Object element : list) {
            Truth same = Compare.same(wanted, Values.of(element));
            if (same == Truth.TRUE) {
                return Truth.TRUE;
            }
            open |= same == Truth.UNKNOWN;
        }
        return open ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Truth startsWith(Object actual, Object other) {
        return actual instanceof String text && other instanceof String start
                ? Truth.of(text.startsWith(start))
                : Truth.UNKNOWN;
    }

    private static Truth order(@Nullable Integer order, int sign) {
        return order == null ? Truth.UNKNOWN : Truth.of(Integer.signum(order) == sign);
    }
}
