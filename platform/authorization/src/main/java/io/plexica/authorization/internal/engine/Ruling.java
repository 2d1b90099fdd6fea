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
    public boolean allows(Facts facts) {
        if (this == NOT_GRANTED) {
            return false;
        }
        for (Policy policy : denying) {
            if (policy.condition().test(facts) != Truth.FALSE) {
                return false;
            }
        }
        for (Policy policy : allowing) {
            if (policy.condition().test(facts) == Truth.TRUE) {
                return true;
            }
        }
        return allowing.length == 0;
    }

    /** Decides before there is a resource: what reads it stays open, unless the others have settled the matter. */
    public Outcome outline(Facts facts) {
        if (this == NOT_GRANTED) {
            return Outcome.DENY;
        }
        boolean open = false;
        for (int i = 0; i < denying.length; i++) {
            if (denyingReads[i]) {
                open = true;
            } else if (denying[i].condition().test(facts) != Truth.FALSE) {
                return Outcome.DENY;
            }
        }
        Outcome allowed = outlineOfAllowing(facts);
        return allowed == Outcome.ALLOW && open ? Outcome.OPEN : allowed;
    }

    private Outcome outlineOfAllowing(Facts facts) {
        boolean open = allowing.length == 0;
        Outcome otherwise = open ? Outcome.ALLOW : Outcome.DENY;
        for (int i = 0; i < allowing.length; i++) {
            if (allowingReads[i]) {
                otherwise = Outcome.OPEN;
            } else if (allowing[i].condition().test(facts) == Truth.TRUE) {
                return Outcome.ALLOW;
            }
        }
        return otherwise;
    }

    /** Decides as {@link #allows} does, and says why. */
    public Finding explain(Facts facts) {
        if (this == NOT_GRANTED) {
            return new Finding(false, Finding.Reason.NO_ROLE, null, null, null);
        }
        for (Policy policy : denying) {
            Truth truth = policy.condition().test(facts);
            if (truth != Truth.FALSE) {
                return finding(false, Finding.Reason.DENIED_BY_POLICY, policy, truth, facts);
            }
        }
        for (Policy policy : allowing) {
            if (policy.condition().test(facts) == Truth.TRUE) {
                return finding(true, Finding.Reason.ALLOWED_BY_POLICY, policy, Truth.TRUE, facts);
            }
        }
        if (allowing.length == 0) {
            return new Finding(true, Finding.Reason.ROLE, null, null, null);
        }
        Truth truth = allowing[0].condition().test(facts);
        return finding(false, Finding.Reason.ALLOWED_BY_NONE, allowing[0], truth, facts);
    }

    /** What one policy alone comes to. */
    public static Finding alone(Policy policy, Facts facts) {
        Truth truth = policy.condition().test(facts);
        boolean denies = policy.effect() == Effect.DENY;
        boolean allowed = denies ? truth == Truth.FALSE : truth == Truth.TRUE;
        Finding.Reason reason = denies
                ? allowed ? Finding.Reason.ROLE : Finding.Reason.DENIED_BY_POLICY
                : allowed ? Finding.Reason.ALLOWED_BY_POLICY : Finding.Reason.ALLOWED_BY_NONE;
        return finding(allowed, reason, policy, truth, facts);
    }

    private static Finding finding(boolean allowed, Finding.Reason reason, Policy policy, Truth truth, Facts facts) {
        return new Finding(allowed, reason, policy, Deciding.part(policy.condition(), facts), truth);
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
