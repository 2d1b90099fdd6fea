package io.plexica.data.internal.work;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/** On whose account a unit of work goes. */
final class Owner {

    private Owner() {}

    /**
     * The tenant of the context; outside any, the one whose tables are used first.
     *
     * @return null for the platform itself, and for operators, who must get through to a tenant that floods it
     */
    static @Nullable String of(DataRole role) {
        ExecutionContext context = Contexts.find();
        if (context == null) {
            return role.tenant();
        }
        Principal principal = context.principal();
        if (principal != null && principal.superAdmin()) {
            return null;
        }
        Tenant tenant = context.tenant();
        return tenant == null ? role.tenant() : tenant.slug();
    }
}
