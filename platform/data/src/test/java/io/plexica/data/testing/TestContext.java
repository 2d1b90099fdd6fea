package io.plexica.data.testing;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Runs work in a tenant's context, as a request would. */
public final class TestContext {

    private TestContext() {}

    public static <T> T in(String slug, Callable<T> work) throws Exception {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        try (Contexts.Scope scope =
                Contexts.open(ExecutionContext.platform(Contexts.newTraceId()).inTenant(tenant))) {
            return work.call();
        }
    }
}
