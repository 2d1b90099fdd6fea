package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.runtime.PluginWorker;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets the installations of a tenant that is no more. Its schemas went with it. */
@Component
public final class TenantRemoval implements TenantListener {

    private final PluginWorker worker;
    private final Routes routes;
    private final InstallationStore installations;

    /** Forgets through the worker. */
    @Activate
    public TenantRemoval(
            @Reference PluginWorker worker, @Reference Routes routes, @Reference InstallationStore installations) {
        this.worker = worker;
        this.routes = routes;
        this.installations = installations;
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            routes.removeTenant(tenant.slug());
            worker.execute(() -> installations.deleteTenant(tenant.slug()));
        }
    }
}
