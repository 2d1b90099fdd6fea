package io.plexica.web.internal.guard;

import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import java.util.List;

/** The order in which a call is questioned. The first refusal is the answer. */
public final class GuardChain {

    private static final List<GuardCheck> CHECKS =
            List.of(new AuthenticatedCheck(), new ActiveTenantCheck(), new EnabledPluginCheck(), new PermissionCheck());

    private GuardChain() {}

    /**
     * Demands of a call what a guard says.
     *
     * @throws PlexicaException the refusal
     */
    public static void demand(Call call, Guard guard) {
        if (guard.kind() == Guard.Kind.PUBLIC) {
            call.narrowToPublic();
        }
        for (GuardCheck check : CHECKS) {
            PlexicaException refusal = check.refusal(call, guard);
            if (refusal != null) {
                throw refusal;
            }
        }
    }
}
