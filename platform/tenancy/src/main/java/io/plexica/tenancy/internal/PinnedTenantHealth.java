package io.plexica.tenancy.internal;

import io.plexica.spi.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Not well while the one tenant that this deployment serves does not exist. */
@Component
public final class PinnedTenantHealth implements HealthCheck {

    private final TenantService tenants;

    @Activate
    public PinnedTenantHealth(@Reference TenantService tenants) {
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "tenant";
    }

    /** The platform must be reachable, so that the tenant can be made. */
    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        return tenants.pinned()
                .filter(slug -> tenants.find(slug).isEmpty())
                .map(slug -> Health.down("PLEXICA_TENANT names " + slug + ", which does not exist yet: create it"))
                .orElse(Health.UP);
    }
}
