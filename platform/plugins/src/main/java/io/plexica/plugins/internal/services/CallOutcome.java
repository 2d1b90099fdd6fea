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

    /** How a call ended that threw something which the method does not declare. */
    static CallOutcome of(Throwable failure, String providerId) {
        if (!(failure instanceof PlexicaException known)) {
            return BROKEN;
        }
        if (known.code().status() < ErrorCode.INTERNAL_ERROR.status()) {
            return WELL;
        }
        return known.code().status() == ErrorCode.INTERNAL_ERROR.status()
                        && providerId.equals(known.extensions().get("plugin"))
                ? BROKEN
                : HELPLESS;
    }
}
