package io.plexica.web.internal.guard;

import io.plexica.api.problem.PlexicaException;
import io.plexica.web.internal.call.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which a call is questioned. The first refusal is the answer. */
public final class GuardChain {

    private static final List<GuardCheck> CHECKS = List.of(
            new AuthenticatedCheck(),
            new ActiveTenantCheck(),
            new RateLimitCheck(),
            new EnabledPluginCheck(),
            new PermissionCheck());

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
            throwIfAny(check.refusal(call, guard));
        }
    }

    /**
     * Demands of a call only that it is not one too many.
     *
     * @throws PlexicaException the refusal
     */
    public static void limit(Call call) {
        throwIfAny(call.count());
    }

    private static void throwIfAny(@Nullable PlexicaException refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }
}
