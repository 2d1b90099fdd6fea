package io.plexica.plugins.internal.testing;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The workspaces of a test, the same for all tenants. */
public final class FakeWorkspaces implements Workspaces {

    private final List<WorkspaceInfo> all = new CopyOnWriteArrayList<>();

    public WorkspaceInfo add(String slug) {
        WorkspaceInfo workspace = new WorkspaceInfo(UUID.randomUUID(), slug, slug);
        all.add(workspace);
        return workspace;
    }

    public void remove(WorkspaceInfo workspace) {
        all.remove(workspace);
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
        return List.copyOf(all);
    }

    @Override
    public void addMember(String tenantSlug, UUID workspaceId, UUID userId, WorkspaceRole role) {
        throw new UnsupportedOperationException();
    }
}
