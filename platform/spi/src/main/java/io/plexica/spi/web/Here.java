package io.plexica.spi.web;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.tenancy.Tenant;

/** Where the current call works. */
public final class Here {

    private Here() {}

    /**
     * Refuses a call outside any tenant, for resources whose answer would be empty there.
     *
     * @throws PlexicaException as {@link #tenant}
     */
    public static void demandTenant() {
        tenant();
    }

    /**
     * The tenant of the current context, for resources that work in one.
     *
     * @throws PlexicaException {@code validation-failed} when the call names none, as a super admin's may
     */
    public static Tenant tenant() {
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null) {
            throw PlexicaException.validation(
                    new FieldError("/X-Tenant-Slug", "is required: this works in a tenant, so name a tenant by it"));
        }
        return tenant;
    }
}
