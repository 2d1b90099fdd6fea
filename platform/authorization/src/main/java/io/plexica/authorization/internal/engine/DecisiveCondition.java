package io.plexica.authorization.internal.engine;

import io.plexica.authorization.internal.engine.Condition.All;
import io.plexica.authorization.internal.engine.Condition.Any;
import io.plexica.authorization.internal.engine.Condition.Not;
import java.util.List;

/** Finds the innermost part of a condition that makes it what it is. */
final class DecisiveCondition {

    private DecisiveCondition() {}

    static Condition part(Condition condition, EvaluationContext facts) {
        if (condition instanceof Not not) {
            return not.part() instanceof Comparison ? not : part(not.part(), facts);
        }
        if (condition instanceof All all) {
            return among(all, all.parts(), all.test(facts), TruthValue.TRUE, facts);
        }
        if (condition instanceof Any any) {
            return among(any, any.parts(), any.test(facts), TruthValue.FALSE, facts);
        }
        return condition;
    }

    /** Where all parts together make it so, the whole; else the first that does. */
    private static Condition among(
            Condition whole, List<Condition> parts, TruthValue truth, TruthValue together, EvaluationContext facts) {
        if (truth == together && parts.size() > 1) {
            return whole;
        }
        return parts.stream()
                .filter(part -> part.test(facts) == truth)
                .findFirst()
                .map(part -> part(part, facts))
                .orElse(whole);
    }
}
