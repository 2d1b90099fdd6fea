package io.plexica.search.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** Tenants as a test wants them. */
final class FakeTenants implements Tenants {

    private final Map<String, Tenant> tenants = new ConcurrentSkipListMap<>();

    Tenant add(String slug, String plan, TenantStatus status) {
        Tenant tenant = new Tenant(UUID.randomUUID(), slug, slug, status, plan, Instant.EPOCH);
        tenants.put(slug, tenant);
        return tenant;
    }

    void remove(String slug) {
        tenants.remove(slug);
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
    public Tenant create(NewTenant wanted) {
        throw new UnsupportedOperationException();
    }
}
