package io.plexica.web.internal.support;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Workspaces by tenant; members by user. */
public final class FakeWorkspaces {

    private final Map<String, List<WorkspaceInfo>> workspaces = new ConcurrentHashMap<>();
    private final Map<String, WorkspaceRole> members = new ConcurrentHashMap<>();

    /** A workspace of a tenant besides the default one. */
    public UUID workspace(String tenantSlug, String slug) {
        WorkspaceInfo made = new WorkspaceInfo(UUID.randomUUID(), slug, slug);
        workspaces.merge(tenantSlug, List.of(made), (known, more) -> {
            List<WorkspaceInfo> all = new java.util.ArrayList<>(known);
            all.addAll(more);
            return all;
        });
        return made.id();
    }

    public void member(UUID workspace, UUID user, WorkspaceRole role) {
        members.put(workspace + "/" + user, role);
    }

    public Membership enter(String tenantSlug, UUID userId, @Nullable UUID wanted, boolean everywhere) {
        if (wanted == null) {
            WorkspaceInfo standard = new WorkspaceInfo(new UUID(0, 1), "default", "Default");
            return new Membership(standard, everywhere ? WorkspaceRole.ADMIN : WorkspaceRole.MEMBER);
        }
        return workspaces.getOrDefault(tenantSlug, List.of()).stream()
                .filter(workspace -> workspace.id().equals(wanted))
                .filter(workspace -> everywhere || members.containsKey(wanted + "/" + userId))
                .map(workspace -> new Membership(
                        workspace, everywhere ? WorkspaceRole.ADMIN : members.get(wanted + "/" + userId)))
                .findFirst()
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.WORKSPACE_NOT_MEMBER, "You are not a member of this workspace, or there is none"));
    }
}
