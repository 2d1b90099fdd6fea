package io.plexica.authorization.internal.engine;

import java.util.List;

/** A part of a policy that is true, false or unknown. Immutable. */
public sealed interface Condition permits Condition.All, Condition.Any, Condition.Not, Comparison {

    /** What it comes to. */
    TruthValue test(EvaluationContext facts);

    /** Whether something in it reads the resource. */
    boolean readsResource();

    /** True when all are, false when one is not. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public TruthValue test(EvaluationContext facts) {
            return seek(parts, facts, TruthValue.FALSE);
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
        public TruthValue test(EvaluationContext facts) {
            return seek(parts, facts, TruthValue.TRUE);
        }

        @Override
        public boolean readsResource() {
            return parts.stream().anyMatch(Condition::readsResource);
        }
    }

    /** The opposite; of the unknown, unknown. */
    record Not(Condition part) implements Condition {

        @Override
        public TruthValue test(EvaluationContext facts) {
            return part.test(facts).not();
        }

        @Override
        public boolean readsResource() {
            return part.readsResource();
        }
    }

    /** One of the parts settles it; else one that is unknown leaves it open; else it is the opposite. */
    private static TruthValue seek(List<Condition> parts, EvaluationContext facts, TruthValue settles) {
        boolean open = false;
        for (int i = 0; i < parts.size(); i++) {
            TruthValue truth = parts.get(i).test(facts);
            if (truth == settles) {
                return settles;
            }
            open |= truth == TruthValue.UNKNOWN;
        }
        return open ? TruthValue.UNKNOWN : settles.not();
    }
}
