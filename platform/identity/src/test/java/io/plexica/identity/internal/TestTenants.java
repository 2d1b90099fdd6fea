package io.plexica.identity.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** Tenants in memory. */
public final class TestTenants implements Tenants {

    private final Map<String, Tenant> tenants = new ConcurrentSkipListMap<>();

    public Tenant put(String slug, TenantStatus status) {
        return put(slug, status, Instant.EPOCH);
    }

    public Tenant put(String slug, TenantStatus status, Instant tokensNotBefore) {
        Tenant before = tenants.get(slug);
        UUID id = before == null ? UUID.randomUUID() : before.id();
        Tenant tenant = new Tenant(id, slug, slug, status, "free", tokensNotBefore);
        tenants.put(slug, tenant);
        return tenant;
    }

    public void remove(String slug) {
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
    public String theme(String slug) {
        return "{\"logo\":\"" + slug + ".svg\"}";
    }

    @Override
    public Tenant create(NewTenant wanted) {
        throw new UnsupportedOperationException("not part of these tests");
    }
}
