package io.plexica.tenancy.internal;

import io.plexica.spi.jobs.PlatformJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes tenants for good once their time to be restored is over. */
@Component
public final class GraceJob implements PlatformJob {

    private final TenantService tenants;

    /** Has the tenants removed. */
    @Activate
    public GraceJob(@Reference TenantService tenants) {
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "tenancy.grace";
    }

    @Override
    public String schedule() {
        return "PT1M";
    }

    @Override
    public void run() {
        tenants.removeDue();
    }
}
