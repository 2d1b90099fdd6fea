package io.plexica.data.internal.work;

import io.plexica.data.internal.pool.Connections;
import io.plexica.data.internal.pool.Lease;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;

/** On whose account a unit of work goes. */
final class UnitOwner {

    private UnitOwner() {}

    /**
     * A connection for a unit of work that begins under this role: on the account of the context's tenant; outside any, of
     * the one whose tables are used first. The platform itself is nobody's account, and so are operators, who must get
     * through to a tenant that floods it.
     */
    static Lease lease(Connections connections, DataRole role, boolean nested) {
        ExecutionContext context = Contexts.find();
        Principal principal = context == null ? null : context.principal();
        Tenant tenant = context == null ? null : context.tenant();
        if (principal != null && principal.superAdmin()) {
            return connections.forPlatform();
        }
        if (tenant != null) {
            return connections.forTenant(tenant.slug(), true, nested);
        }
        String first = role.tenant();
        return first == null ? connections.forPlatform() : connections.forTenant(first, false, nested);
    }
}
