package io.plexica.authorization.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an attribute is compared with, and finds what does not fit the operator or the attribute. */
final class OperandReader {

    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_VALUES = 200;
    private static final int MOST_DIGITS = 200;

    private final ConditionErrors flaws;

    OperandReader(ConditionErrors flaws) {
        this.flaws = flaws;
    }

    Optional<Object> read(Attribute attribute, Operator operator, @Nullable Object tree, String pointer) {
        Kind kind = PlatformAttributes.kind(attribute);
        if (kind != null && !fits(kind, operator)) {
            flaws.add(
                    pointer + "/operator",
                    "does not fit " + attribute + ", which is " + kind.words()
                            + (kind == Kind.LIST ? "; use contains or exists" : ""));
            return Optional.empty();
        }
        String where = pointer + "/value";
        if (operator == Operator.EXISTS) {
            return tree instanceof Boolean wanted ? Optional.of(wanted) : wrong(where, "must be true or false");
        }
        if (tree instanceof Map<?, ?> map) {
            return other(map, where);
        }
        if (operator == Operator.IN) {
            return list(kind, tree, where);
        }
        return scalar(tree, where).flatMap(value -> suits(kind, operator, value, where));
    }

    private static boolean fits(Kind kind, Operator operator) {
        return switch (operator) {
            case EXISTS -> true;
            case EQUALS, NOT_EQUALS, IN -> kind != Kind.LIST;
            case CONTAINS -> kind == Kind.LIST || kind == Kind.TEXT;
            case STARTS_WITH -> kind == Kind.TEXT;
            case GREATER_THAN, LESS_THAN -> kind != Kind.LIST && kind != Kind.BOOLEAN;
        };
    }

    /** Another attribute: the condition compares the two. */
    private Optional<Object> other(Map<?, ?> map, String where) {
        if (!map.keySet().equals(Set.of("attribute"))) {
            return wrong(where, "must be a value, or {\"attribute\": \"user.id\"} to compare with another attribute");
        }
        Optional<Attribute> other =
                map.get("attribute") instanceof String text ? Attribute.parse(text) : Optional.empty();
        if (other.isEmpty() || !PlatformAttributes.isPossible(other.get())) {
            return wrong(
                    where + "/attribute",
                    "is not known; possible: resource.…, " + String.join(", ", PlatformAttributes.names()));
        }
        return Optional.of(other.get());
    }

    private Optional<Object> list(@Nullable Kind kind, @Nullable Object tree, String where) {
        if (!(tree instanceof List<?> values) || values.isEmpty()) {
            return wrong(where, "must be a list with at least one value");
        }
        if (values.size() > MOST_VALUES) {
            return wrong(where, "must have at most " + MOST_VALUES + " values");
        }
        List<Object> read = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String place = where + "/" + i;
            scalar(values.get(i), place)
                    .flatMap(value -> suits(kind, Operator.IN, value, place))
                    .ifPresent(read::add);
        }
        if (read.stream().map(Object::getClass).distinct().count() > 1) {
            return wrong(where, "must have values of one kind");
        }
        return read.size() == values.size() ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    private Optional<Object> scalar(@Nullable Object tree, String where) {
        Object value = Values.of(tree);
        if (value instanceof String text) {
            return text.length() <= LONGEST_TEXT
                    ? Optional.of(text)
                    : wrong(where, "must have at most " + LONGEST_TEXT + " characters");
        }
        if (value instanceof BigDecimal number) {
            boolean bounded = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
            return bounded
                    ? Optional.of(number.scale() < 0 ? number.setScale(0) : number)
                    : wrong(where, "must have at most " + MOST_DIGITS + " digits");
        }
        return value instanceof Boolean ? Optional.of(value) : wrong(where, "must be text, a number, true or false");
    }

    private Optional<Object> suits(@Nullable Kind kind, Operator operator, Object value, String where) {
        boolean ordered = operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN;
        if (ordered && value instanceof Boolean) {
            return wrong(where, "must be a number or text");
        }
        if (operator == Operator.STARTS_WITH && !(value instanceof String)) {
            return wrong(where, "must be text");
        }
        return kind == null || is(kind, value) ? Optional.of(value) : wrong(where, "must be " + words(kind));
    }

    private static boolean is(Kind kind, Object value) {
        return switch (kind) {
            case TEXT, LIST -> value instanceof String;
            case NUMBER -> value instanceof BigDecimal;
            case BOOLEAN -> value instanceof Boolean;
            case INSTANT -> Compare.instant(value) != null;
        };
    }

    private static String words(Kind kind) {
        return kind == Kind.LIST ? Kind.TEXT.words() : kind.words();
    }

    private Optional<Object> wrong(String where, String message) {
        flaws.add(where, message);
        return Optional.empty();
    }
}
