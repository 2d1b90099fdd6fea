package io.plexica.search.internal;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same two workspaces in every tenant. */
record TwoWorkspaces(UUID first, UUID second) implements Workspaces {

    static WorkspaceInfo info(UUID id) {
        return new WorkspaceInfo(id, "w" + id, "Workspace");
    }

    @Override
    public List<WorkspaceInfo> all(String tenantSlug) {
        return List.of(info(first), info(second));
    }

    @Override
    public List<Membership> of(String tenantSlug, UUID userId) {
        throw new UnsupportedOperationException();
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
    public void addMember(String tenantSlug, UUID workspaceId, UUID userId, WorkspaceRole role) {
        throw new UnsupportedOperationException();
    }
}
