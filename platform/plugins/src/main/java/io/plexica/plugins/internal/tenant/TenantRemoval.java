package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets the routes of a tenant that is no more; its installations went with the step {@code plugins}. */
@Component
public final class TenantRemoval implements TenantListener {

    private final Routes routes;

    /** Forgets in memory. */
    @Activate
    public TenantRemoval(@Reference Routes routes) {
        this.routes = routes;
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            routes.removeTenant(tenant.slug());
        }
    }
}
