package io.plexica.authorization.internal.policies;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.authorization.internal.store.Source;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.identity.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a policy is written or changed: each policy belongs to its source alone.
 *
 * @param source that of the author's policies
 */
public record Author(Source source) {

    /** The caller: operators write their own policies, everybody else those of the tenant. */
    public static Author caller() {
        Principal principal = Contexts.require().principal();
        boolean operator = principal == null || principal.superAdmin();
        return new Author(operator ? Source.SUPER_ADMIN : Source.TENANT_ADMIN);
    }

    /** Refuses what belongs to another source; null belongs to whoever writes it. */
    void require(@Nullable Source owner) {
        if (owner != null && owner != source) {
            throw new PlexicaException(
                            ErrorCode.PERMISSION_DENIED,
                            "Policies of source " + owner + " are changed by that source alone, and you write those of "
                                    + source)
                    .with("requiredPermissions", List.of());
        }
    }
}
