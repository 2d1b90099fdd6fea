package io.plexica.authorization.internal.policies;

import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.engine.Effect;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.engine.TruthValue;
import io.plexica.authorization.internal.grants.HeldGrants;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.util.List;

/** Keeps authors from writing a policy by which they could not even take it back. */
final class Lockout {

    private static final List<String> NEEDED = List.of("core:policies:write", "core:policies:read");

    private Lockout() {}

    static void refuse(Policy policy) {
        ExecutionContext context = Contexts.require();
        boolean concerned = NEEDED.stream().anyMatch(key -> PermissionKeys.covers(policy.permission(), key));
        if (!concerned || !(context.grants() instanceof HeldGrants author)) {
            return;
        }
        TruthValue truth = policy.condition().test(author.facts(null, context.remoteAddress()));
        boolean passes = policy.effect() == Effect.DENY ? truth == TruthValue.FALSE : truth == TruthValue.TRUE;
        if (!passes) {
            throw PlexicaException.conflict(
                    "lock-out",
                    "this policy would keep you yourself from policies, and you could not take it back:"
                            + " leave yourself a way in its conditions");
        }
    }
}
