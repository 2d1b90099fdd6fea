package io.plexica.authorization.internal.engine;

import java.util.List;

/** What one permission comes to for those who hold it: the policies that concern it, in their order. Immutable. */
public final class Ruling {

    /** No role grants it. */
    static final Ruling NOT_GRANTED = new Ruling(List.of());

    /** Granted, and no policy concerns it. */
    static final Ruling GRANTED = new Ruling(List.of());

    private final Policy[] denying;
    private final Policy[] allowing;
    private final boolean[] denyingReads;
    private final boolean[] allowingReads;

    Ruling(List<Policy> policies) {
        denying = sorted(policies, Effect.DENY);
        allowing = sorted(policies, Effect.ALLOW);
        denyingReads = reads(denying);
        allowingReads = reads(allowing);
    }

    /** Whether a role grants it, policies not asked. */
    public boolean isGranted() {
        return this != NOT_GRANTED;
    }

    /** Whether no facts are needed: it is granted or not, and no policy concerns it. */
    public boolean isPlain() {
        return denying.length == 0 && allowing.length == 0;
    }

    /** Decides with all facts; a resource that is not known is unknown in each of its attributes. */
    public boolean allows(EvaluationContext facts) {
        if (this == NOT_GRANTED) {
            return false;
        }
        for (Policy policy : denying) {
            if (policy.condition().test(facts) != TruthValue.FALSE) {
                return false;
            }
        }
        for (Policy policy : allowing) {
            if (policy.condition().test(facts) == TruthValue.TRUE) {
                return true;
            }
        }
        return allowing.length == 0;
    }

    /** Decides before there is a resource: what reads it stays open, unless the others have settled the matter. */
    public Outcome outline(EvaluationContext facts) {
        if (this == NOT_GRANTED) {
            return Outcome.DENY;
        }
        boolean open = false;
        for (int i = 0; i < denying.length; i++) {
            if (denyingReads[i]) {
                open = true;
            } else if (denying[i].condition().test(facts) != TruthValue.FALSE) {
                return Outcome.DENY;
            }
        }
        Outcome allowed = outlineOfAllowing(facts);
        return allowed == Outcome.ALLOW && open ? Outcome.OPEN : allowed;
    }

    private Outcome outlineOfAllowing(EvaluationContext facts) {
        boolean open = allowing.length == 0;
        Outcome otherwise = open ? Outcome.ALLOW : Outcome.DENY;
        for (int i = 0; i < allowing.length; i++) {
            if (allowingReads[i]) {
                otherwise = Outcome.OPEN;
            } else if (allowing[i].condition().test(facts) == TruthValue.TRUE) {
                return Outcome.ALLOW;
            }
        }
        return otherwise;
    }

    /** Decides as {@link #allows} does, and says why. */
    public ReasonedDecision explain(EvaluationContext facts) {
        if (this == NOT_GRANTED) {
            return new ReasonedDecision(false, ReasonedDecision.Reason.NO_ROLE, null, null, null);
        }
        for (Policy policy : denying) {
            TruthValue truth = policy.condition().test(facts);
            if (truth != TruthValue.FALSE) {
                return finding(false, ReasonedDecision.Reason.DENIED_BY_POLICY, policy, truth, facts);
            }
        }
        for (Policy policy : allowing) {
            if (policy.condition().test(facts) == TruthValue.TRUE) {
                return finding(true, ReasonedDecision.Reason.ALLOWED_BY_POLICY, policy, TruthValue.TRUE, facts);
            }
        }
        if (allowing.length == 0) {
            return new ReasonedDecision(true, ReasonedDecision.Reason.ROLE, null, null, null);
        }
        TruthValue truth = allowing[0].condition().test(facts);
        return finding(false, ReasonedDecision.Reason.ALLOWED_BY_NONE, allowing[0], truth, facts);
    }

    /** What one policy alone comes to. */
    public static ReasonedDecision alone(Policy policy, EvaluationContext facts) {
        TruthValue truth = policy.condition().test(facts);
        boolean denies = policy.effect() == Effect.DENY;
        boolean allowed = denies ? truth == TruthValue.FALSE : truth == TruthValue.TRUE;
        ReasonedDecision.Reason reason = denies
                ? allowed ? ReasonedDecision.Reason.ROLE : ReasonedDecision.Reason.DENIED_BY_POLICY
                : allowed ? ReasonedDecision.Reason.ALLOWED_BY_POLICY : ReasonedDecision.Reason.ALLOWED_BY_NONE;
        return finding(allowed, reason, policy, truth, facts);
    }

    private static ReasonedDecision finding(
            boolean allowed, ReasonedDecision.Reason reason, Policy policy, TruthValue truth, EvaluationContext facts) {
        return new ReasonedDecision(allowed, reason, policy, DecisiveCondition.part(policy.condition(), facts), truth);
    }

    private static Policy[] sorted(List<Policy> policies, Effect effect) {
        return policies.stream()
                .filter(policy -> policy.effect() == effect)
                .sorted(Policy.ORDER)
                .toArray(Policy[]::new);
    }

    private static boolean[] reads(Policy[] policies) {
        boolean[] reads = new boolean[policies.length];
        for (int i = 0; i < policies.length; i++) {
            reads[i] = policies[i].condition().readsResource();
        }
        return reads;
    }
}
