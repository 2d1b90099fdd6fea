package io.plexica.authorization.internal.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a condition looks at an attribute. */
public enum Operator {
    EQUALS("equals"),
    NOT_EQUALS("notEquals"),
    IN("in"),
    CONTAINS("contains"),
    GREATER_THAN("greaterThan"),
    LESS_THAN("lessThan"),
    STARTS_WITH("startsWith"),
    EXISTS("exists");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** As policies write it. */
    public String word() {
        return word;
    }

    /** All, as policies write them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Operator::word).toList();
    }

    static Optional<Operator> of(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.word.equals(word))
                .findFirst();
    }
}
