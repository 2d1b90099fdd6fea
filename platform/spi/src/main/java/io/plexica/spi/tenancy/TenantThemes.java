package io.plexica.spi.tenancy;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** How tenants look. Safe for all threads. */
@ProviderType
public interface TenantThemes {

    /** The theme of a tenant, a JSON object; empty when it has none. Joins the current unit of work. */
    Map<String, Object> theme(String tenantSlug);
}
