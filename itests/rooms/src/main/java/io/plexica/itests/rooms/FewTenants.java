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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tenants, without workspaces, that a test makes up. Safe for all threads. */
public final class FewTenants implements Tenants, Workspaces {

    private final Map<String, TenantStatus> statuses = new ConcurrentHashMap<>();

    /** These, which are active. */
    public FewTenants(String... slugs) {
        for (String slug : slugs) {
            statuses.put(slug, TenantStatus.ACTIVE);
        }
    }

    /** Changes what one is; null for gone. */
    public void status(String slug, @Nullable TenantStatus status) {
        if (status == null) {
            statuses.remove(slug);
        } else {
            statuses.put(slug, status);
        }
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return Optional.ofNullable(statuses.get(slug))
                .map(status -> new Tenant(new UUID(0, slug.hashCode()), slug, slug, status, "free", Instant.EPOCH));
    }

    @Override
    public List<Tenant> all() {
        return statuses.keySet().stream()
                .sorted()
                .map(slug -> find(slug).orElseThrow())
                .toList();
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
