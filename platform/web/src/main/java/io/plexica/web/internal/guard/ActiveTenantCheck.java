package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * Is the tenant served at the moment? Super admins are asked only whether it has been made, and not even that where their call
 * is about the tenant itself. The platform's public methods are not asked: what these do for a tenant that is not active, such
 * as refusing a sign-in, is their own affair.
 */
final class ActiveTenantCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        boolean publicOfPlatform = guard.kind() == Guard.Kind.PUBLIC && call.route() == null;
        if (publicOfPlatform) {
            return null;
        }
        Principal principal = call.context().principal();
        Tenant tenant = call.context().tenant();
        if (principal != null && principal.superAdmin()) {
            return isUnfinished(call, tenant)
                    ? new PlexicaException(
                            ErrorCode.TENANT_NOT_ACTIVE, "The tenant is still being made: wait until it is ACTIVE")
                    : null;
        }
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

    /** Whether a call would work within a tenant that is not all there. */
    private static boolean isUnfinished(Call call, @Nullable Tenant tenant) {
        return tenant != null
                && tenant.status() == TenantStatus.PROVISIONING
                && call.target().namedTenant() == null;
    }
}
