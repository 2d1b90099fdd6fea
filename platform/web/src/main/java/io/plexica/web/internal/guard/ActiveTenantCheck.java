package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.web.internal.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * Is the tenant served at the moment? Not asked of super admins, nor of the platform's public methods: what these do for a
 * tenant that is not active, such as refusing a sign-in, is their own affair.
 */
final class ActiveTenantCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        boolean publicOfPlatform = guard.kind() == Guard.Kind.PUBLIC && call.route() == null;
        Principal principal = call.context().principal();
        if (publicOfPlatform || principal != null && principal.superAdmin()) {
            return null;
        }
        Tenant tenant = call.context().tenant();
        if (tenant != null) {
            return tenant.isActive()
                    ? null
                    : new PlexicaException(
                            ErrorCode.TENANT_NOT_ACTIVE,
                            "The tenant is not active at the moment; ask the operator of the platform");
        }
        return call.place().unknown() == null
                ? null
                : PlexicaException.notFound("There is no tenant of that name; check the address");
    }
}
