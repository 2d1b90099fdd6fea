package io.plexica.plugins.internal.rollout;

import io.plexica.spi.plugins.PluginCalls.Counts;
import java.util.Optional;

/** Whether calls speak against a version. Pure. */
final class RolloutJudgement {

    private static final int HUNDRED = 100;
    private static final int TWICE = 2;

    private RolloutJudgement() {}

    /**
     * What speaks against a version. Few calls say nothing, and errors as frequent as with the version before are not its fault.
     *
     * @param before how calls of the same tenants ended on the version before
     * @param since how they have ended since they were moved
     */
    static Optional<String> of(Counts before, Counts since) {
        boolean many = since.calls() >= ErrorWatch.FEWEST_CALLS
                && since.errors() * HUNDRED > since.calls() * ErrorWatch.MOST_ERRORS;
        boolean asBefore = before.calls() >= ErrorWatch.FEWEST_CALLS
                && since.errors() * before.calls() <= TWICE * before.errors() * since.calls();
        return many && !asBefore
                ? Optional.of(since.errors() + " of " + since.calls()
                        + " calls of the tenants that were moved ended in errors")
                : Optional.empty();
    }

    /** Two counts as one. */
    static Counts sum(Counts one, Counts other) {
        return new Counts(one.calls() + other.calls(), one.errors() + other.errors());
    }

    /** What came to a count since another; a count that began anew counts from there. */
    static Counts since(Counts then, Counts now) {
        return now.calls() < then.calls()
                ? now
                : new Counts(now.calls() - then.calls(), Math.max(0, now.errors() - then.errors()));
    }
}
