package io.plexica.cache.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets everything of a tenant that is no more. */
@Component
public final class TenantForgetting implements TenantListener {

    private final Memory memory;

    /** Forgets in all stores. */
    @Activate
    public TenantForgetting(@Reference Memory memory) {
        this.memory = memory;
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            memory.evictAll(tenant.slug() + ":*");
        }
    }
}
