package io.plexica.spi.data;

import org.osgi.annotation.versioning.ProviderType;

/** Makes and removes the schema and role of a tenant. Every call is idempotent and may block. */
@ProviderType
public interface TenantSchemas {

    /** Creates schema and role and runs every room's tenant migrations. */
    void create(String slug);

    /** Drops the tenant's schema and role and those of all its plugins, with all their data. */
    void drop(String slug);
}
