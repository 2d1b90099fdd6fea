package io.plexica.authorization.internal.testing;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One workspace besides the default one. */
public final class FixedWorkspaces implements Workspaces {

    public static final WorkspaceInfo DEFAULT = new WorkspaceInfo(UUID.randomUUID(), "default", "Default");

    private final Map<UUID, WorkspaceRole> members = new HashMap<>();

    public void add(UUID user, WorkspaceRole role) {
        members.put(user, role);
    }

    @Override
    public List<Membership> of(String tenantSlug, UUID userId) {
        return List.of(new Membership(DEFAULT, WorkspaceRole.MEMBER));
    }

    @Override
    public boolean holdMember(String tenantSlug, UUID workspaceId, UUID userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Membership enter(String tenantSlug, UUID userId, @Nullable UUID wanted, boolean everywhere) {
        if (wanted == null || wanted.equals(DEFAULT.id())) {
            return new Membership(DEFAULT, everywhere ? WorkspaceRole.ADMIN : WorkspaceRole.MEMBER);
        }
        WorkspaceRole role = everywhere ? WorkspaceRole.ADMIN : members.get(userId);
        if (role == null || !wanted.equals(Acme.SALES.id())) {
            throw new PlexicaException(ErrorCode.WORKSPACE_NOT_MEMBER, "You are not a member of this workspace");
        }
        return new Membership(Acme.SALES, role);
    }

    @Override
    public List<WorkspaceInfo> all(String tenantSlug) {
        return List.of(DEFAULT, Acme.SALES);
    }

    @Override
    public void addMember(String tenantSlug, UUID workspaceId, UUID userId, WorkspaceRole role) {
        add(userId, role);
    }
}
