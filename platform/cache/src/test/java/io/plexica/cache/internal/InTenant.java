package io.plexica.cache.internal;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Work in the context of a tenant. */
final class InTenant {

    private InTenant() {}

    static <T> T of(String slug, Supplier<T> work) {
        Tenant tenant = new Tenant(new UUID(0, 1), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        ExecutionContext context = ExecutionContext.platform("trace").inTenant(tenant);
        try (Contexts.Scope scope = Contexts.open(context)) {
            return work.get();
        }
    }

    static void in(String slug, Runnable work) {
        of(slug, () -> {
            work.run();
            return true;
        });
    }
}
