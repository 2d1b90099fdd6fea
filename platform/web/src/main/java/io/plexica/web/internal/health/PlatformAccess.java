package io.plexica.web.internal.health;

import io.plexica.spi.context.ExecutionContext;
import io.plexica.web.internal.call.Call;
import io.plexica.web.internal.guard.Guard;
import io.plexica.web.internal.guard.GuardChain;

/** Who may look into the platform as a whole. */
final class PlatformAccess {

    private static final String RIGHT = "core:health:read";

    private PlatformAccess() {}

    /**
     * Operators may look, and so may a machine of the platform's that was given the right, such as one that scrapes.
     *
     * @throws io.plexica.api.problem.PlexicaException the refusal of anybody else
     */
    static void demand(Call call) {
        ExecutionContext context = call.context();
        boolean machine = context.principal() != null
                && context.tenant() == null
                && context.grants().covers(RIGHT);
        if (!machine) {
            GuardChain.demand(call, Guard.OPERATOR);
        }
    }
}
