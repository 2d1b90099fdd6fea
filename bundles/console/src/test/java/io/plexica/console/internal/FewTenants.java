package io.plexica.console.internal;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tenants for tests. */
final class FewTenants implements Tenants {

    private final List<Tenant> tenants = new ArrayList<>();
    private @Nullable String only;

    FewTenants with(String slug, String name, TenantStatus status) {
        tenants.add(new Tenant(UUID.randomUUID(), slug, name, status, "free", Instant.EPOCH));
        return this;
    }

    FewTenants only(String slug) {
        only = slug;
        return this;
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return tenants.stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
    }

    @Override
    public List<Tenant> all() {
        return tenants;
    }

    @Override
    public Optional<String> pinned() {
        return Optional.ofNullable(only);
    }

    @Override
    public String settings(String slug) {
        return slug.equals("acme") ? "{\"general\":{\"language\":\"it\"}}" : "{}";
    }

    @Override
    public Tenant create(NewTenant wanted) {
        throw new UnsupportedOperationException();
    }
}
