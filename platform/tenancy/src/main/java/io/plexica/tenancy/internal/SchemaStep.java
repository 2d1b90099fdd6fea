package io.plexica.tenancy.internal;

import io.plexica.spi.data.TenantSchemas;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a tenant its schema with every room's tables, and its database role. */
@Component
public final class SchemaStep implements ProvisioningStep {

    private final TenantSchemas schemas;

    @Activate
    public SchemaStep(@Reference TenantSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public void apply(TenantSpec tenant) {
        schemas.create(tenant.slug());
    }

    @Override
    public void undo(TenantSpec tenant) {
        schemas.drop(tenant.slug());
    }
}
