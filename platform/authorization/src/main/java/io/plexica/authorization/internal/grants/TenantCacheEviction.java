package io.plexica.authorization.internal.grants;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets go of what is remembered of a tenant that has changed or gone. */
@Component
public final class TenantCacheEviction implements TenantListener {

    private final GrantsCache cache;

    @Activate
    public TenantCacheEviction(@Reference GrantsCache cache) {
        this.cache = cache;
    }

    @Override
    public void changed(Tenant tenant) {
        cache.forget(tenant.slug());
    }
}
