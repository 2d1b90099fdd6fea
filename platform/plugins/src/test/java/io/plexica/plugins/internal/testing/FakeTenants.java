package io.plexica.plugins.internal.testing;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants of a test. */
public final class FakeTenants implements Tenants {

    private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();

    public Tenant add(String slug) {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "free", Instant.EPOCH);
        tenants.put(slug, tenant);
        return tenant;
    }

    public void status(String slug, TenantStatus status) {
        tenants.computeIfPresent(
                slug,
                (key, tenant) ->
                        new Tenant(tenant.id(), slug, tenant.name(), status, tenant.plan(), tenant.tokensNotBefore()));
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return Optional.ofNullable(tenants.get(slug));
    }

    @Override
    public List<Tenant> all() {
        return List.copyOf(tenants.values());
    }

    @Override
    public List<String> plans() {
        return List.of("free", "pro");
    }

    @Override
    public Tenant create(NewTenant wanted) {
        return add(wanted.slug());
    }
}
