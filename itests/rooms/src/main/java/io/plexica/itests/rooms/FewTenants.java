package io.plexica.itests.rooms;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Tenants, without workspaces, that a test makes up. Safe for all threads. */
public final class FewTenants implements Tenants, Workspaces {

    private final Map<String, Tenant> tenants = new ConcurrentSkipListMap<>();
    private volatile @Nullable String pinned;

    /** These, which are active. */
    public FewTenants(String... slugs) {
        for (String slug : slugs) {
            status(slug, TenantStatus.ACTIVE);
        }
    }

    /** Adds one on a plan, which is active. */
    public Tenant add(String slug, String plan) {
        return put(slug, plan, TenantStatus.ACTIVE);
    }

    /** Changes what one is; null for gone. */
    public void status(String slug, @Nullable TenantStatus status) {
        if (status == null) {
            tenants.remove(slug);
        } else {
            put(slug, find(slug).map(Tenant::plan).orElse("free"), status);
        }
    }

    /** The deployment serves this one alone; null for all. */
    public FewTenants pin(@Nullable String slug) {
        pinned = slug;
        return this;
    }

    private Tenant put(String slug, String plan, TenantStatus status) {
        Tenant tenant = new Tenant(new UUID(0, slug.hashCode()), slug, slug, status, plan, Instant.EPOCH);
        tenants.put(slug, tenant);
        return tenant;
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
    public Optional<String> pinned() {
        return Optional.ofNullable(pinned);
    }

    @Override
    public Tenant create(NewTenant wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Membership> of(String tenantSlug, UUID userId) {
        return List.of();
    }

    @Override
    public boolean holdMember(String tenantSlug, UUID workspaceId, UUID userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Membership enter(String tenantSlug, UUID userId, @Nullable UUID wanted, boolean everywhere) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WorkspaceInfo> all(String tenantSlug) {
        return List.of();
    }

    @Override
    public void addMember(String tenantSlug, UUID workspaceId, UUID userId, WorkspaceRole role) {
        throw new UnsupportedOperationException();
    }
}
