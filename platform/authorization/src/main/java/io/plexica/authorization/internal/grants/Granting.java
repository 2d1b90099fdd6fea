package io.plexica.authorization.internal.grants;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.PermissionKeys;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Nobody grants what they do not have in the whole tenant: what a team lends in one workspace is not given on. */
public final class Granting {

    private Granting() {}

    /** Those of the keys that the caller may not give; none for work without a caller and for operators. */
    public static Set<String> lacking(Collection<String> keys) {
        ExecutionContext context = Contexts.find();
        Principal giver = context == null ? null : context.principal();
        return context == null || giver == null || giver.superAdmin()
                ? Set.of()
                : PermissionKeys.lacking(context.grants().own().keys(), keys);
    }

    /**
     * Refuses to give what the caller lacks.
     *
     * @throws PlexicaException {@code permission-denied} with all of it
     */
    public static void require(Collection<String> keys) {
        refuse(lacking(keys), "Nobody grants what they do not have, and you lack ");
    }

    /**
     * Refuses to change or to remove what carries more than the caller has: whoever may edit roles does not strip those who
     * may do more.
     *
     * @throws PlexicaException {@code permission-denied} with all that the caller lacks
     */
    public static void requireOver(Collection<String> carried) {
        refuse(lacking(carried), "Nobody changes a role that carries more than they have, and you lack ");
    }

    private static void refuse(Set<String> lacking, String why) {
        if (!lacking.isEmpty()) {
            throw new PlexicaException(
                            ErrorCode.PERMISSION_DENIED, why + String.join(", ", lacking) + ": ask somebody who has it")
                    .with("requiredPermissions", List.copyOf(lacking));
        }
    }
}
