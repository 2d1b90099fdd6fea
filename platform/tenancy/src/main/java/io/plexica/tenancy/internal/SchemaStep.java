package io.plexica.tenancy.internal;

import io.plexica.spi.data.TenantPools;
import io.plexica.spi.data.TenantSchemas;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a tenant its schema with every room's tables, its database role, and what connections its plan brings along. */
@Component
public final class SchemaStep implements ProvisioningStep {

    private final TenantSchemas schemas;
    private final TenantPools pools;
    private final TenancySettings settings;

    @Activate
    public SchemaStep(
            @Reference TenantSchemas schemas, @Reference TenantPools pools, @Reference TenancySettings settings) {
        this.schemas = schemas;
        this.pools = pools;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public Optional<Set<String>> needs() {
        return Optional.of(Set.of());
    }

    @Override
    public void apply(TenantSpec tenant) {
        schemas.create(tenant.slug());
        if (settings.plans().isDedicated(tenant.plan())) {
            pools.dedicate(tenant.slug());
        }
    }

    /** A login of the tenant's own goes with its schema. */
    @Override
    public void undo(TenantSpec tenant) {
        schemas.drop(tenant.slug());
    }
}
