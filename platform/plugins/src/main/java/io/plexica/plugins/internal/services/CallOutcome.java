package io.plexica.plugins.internal.services;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;

/** What a call of a service says about the provider. */
enum CallOutcome {

    /** It answered, or refused as it may. */
    WELL,

    /** It could not answer, for a reason that lies elsewhere: an outage, a plugin that it needs itself. */
    HELPLESS,

    /** It failed by its own fault. */
    BROKEN;

    /** How a call ended that threw something which the method does not declare, and that is no outage. */
    static CallOutcome of(Throwable failure, String providerId) {
        if (!(failure instanceof PlexicaException known)) {
            return BROKEN;
        }
        if (known.code().status() < ErrorCode.INTERNAL_ERROR.status()) {
            return WELL;
        }
        // Unavailable and no outage is a statement that took too long, or met others' on its rows.
        boolean failed =
                known.code().status() == ErrorCode.INTERNAL_ERROR.status() || known.code() == ErrorCode.UNAVAILABLE;
        return failed && providerId.equals(known.extensions().get("plugin")) ? BROKEN : HELPLESS;
    }
}
