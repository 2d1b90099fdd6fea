package io.plexica.storage.internal;

import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.TenantSpec;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A tenant's bucket. */
@Component
public final class StorageStep implements ProvisioningStep {

    private final Engines engines;

    /** Asks the chosen engine. */
    @Activate
    public StorageStep(@Reference Engines engines) {
        this.engines = engines;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Optional<Set<String>> needs() {
        return Optional.of(Set.of());
    }

    @Override
    public void apply(TenantSpec tenant) {
        engines.change(engine -> engine.createBucket(Buckets.name(tenant.slug())));
    }

    @Override
    public void undo(TenantSpec tenant) {
        engines.change(engine -> engine.removeBucket(Buckets.name(tenant.slug())));
    }
}
