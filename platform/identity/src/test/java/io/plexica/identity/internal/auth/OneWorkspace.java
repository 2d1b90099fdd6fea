package io.plexica.identity.internal.auth;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody is a member of one workspace. */
record OneWorkspace(WorkspaceInfo home) implements Workspaces {

    @Override
    public List<Membership> of(String slug, UUID user) {
        return List.of(new Membership(home, WorkspaceRole.MEMBER));
    }

    @Override
    public boolean holdMember(String slug, UUID workspace, UUID user) {
        throw new UnsupportedOperationException("not part of these tests");
    }

    @Override
    public Membership enter(String slug, UUID user, @Nullable UUID wanted, boolean everywhere) {
        return of(slug, user).get(0);
    }

    @Override
    public void addMember(String slug, UUID workspace, UUID user, WorkspaceRole role) {
        throw new UnsupportedOperationException("not part of these tests");
    }

    @Override
    public List<WorkspaceInfo> all(String slug) {
        return List.of(home);
    }
}
