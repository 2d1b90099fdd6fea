package io.plexica.authorization.internal.engine;

import java.util.List;

/** A part of a policy that is true, false or unknown. Immutable. */
public sealed interface Condition permits Condition.All, Condition.Any, Condition.Not, Comparison {

    /** What it comes to. */
    Truth test(Facts facts);

    /** Whether something in it reads the resource. */
    boolean readsResource();

    /** True when all are, false when one is not. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth test(Facts facts) {
            return seek(parts, facts, Truth.FALSE);
        }

        @Override
        public boolean readsResource() {
            return parts.stream().anyMatch(Condition::readsResource);
        }
    }

    /** True when one is, false when none is. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth test(Facts facts) {
            return seek(parts, facts, Truth.TRUE);
        }

        @Override
        public boolean readsResource() {
            return parts.stream().anyMatch(Condition::readsResource);
        }
    }

    /** The opposite; of the unknown, unknown. */
    record Not(Condition part) implements Condition {

        @Override
        public Truth test(Facts facts) {
            return part.test(facts).not();
        }

        @Override
        public boolean readsResource() {
            return part.readsResource();
        }
    }

    /** One of the parts settles it; else one that is unknown leaves it open; else it is the opposite. */
    private static Truth seek(List<Condition> parts, Facts facts, Truth settles) {
        boolean open = false;
        for (int i = 0; i < parts.size(); i++) {
            Truth truth = parts.get(i).test(facts);
            if (truth == settles) {
                return settles;
            }
            open |= truth == Truth.UNKNOWN;
        }
        return open ? Truth.UNKNOWN : settles.not();
    }
}
