package io.plexica.cache.internal;

import io.plexica.spi.plugins.PluginData;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets everything of a tenant that is no more, and of a plugin whose data in a tenant go. */
@Component
public final class Forgetting implements TenantListener, PluginData {

    private final LoadingStore memory;

    /** Forgets in all stores. */
    @Activate
    public Forgetting(@Reference LoadingStore memory) {
        this.memory = memory;
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            memory.evictAll(tenant.slug() + ":*");
        }
    }

    @Override
    public void deleteAll(String tenantSlug, String pluginId) {
        memory.evictAll(Keys.pattern(tenantSlug, pluginId, "*"));
    }
}
