package io.plexica.authorization.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * A decision with what made it.
 *
 * @param reason what kind of thing decided
 * @param policy the policy that decided; null when none did, or when several did together
 * @param condition the innermost condition of that policy that settled it
 * @param truth what the policy's condition came to; null without a policy
 */
public record ReasonedDecision(
        boolean allowed,
        Reason reason,
        @Nullable Policy policy,
        @Nullable Condition condition,
        @Nullable TruthValue truth) {

    /** What kind of thing decided. */
    public enum Reason {
        /** No role grants it. */
        NO_ROLE,
        /** A role grants it and no policy concerns it, or none that objects. */
        ROLE,
        /** A policy that denies is true, or cannot be told. */
        DENIED_BY_POLICY,
        /** Policies say when it is allowed, and none of them is true. */
        ALLOWED_BY_NONE,
        /** One of the policies that say when it is allowed is true, and none denies. */
        ALLOWED_BY_POLICY
    }
}
