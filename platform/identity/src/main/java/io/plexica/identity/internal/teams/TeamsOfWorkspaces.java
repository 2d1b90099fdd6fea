package io.plexica.identity.internal.teams;

import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.WorkspaceListener;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams go with their workspace, and who leaves a workspace leaves its teams. */
@Component
public final class TeamsOfWorkspaces implements WorkspaceListener {

    private final TeamStore teams;
    private final TeamChanges changes;

    @Activate
    public TeamsOfWorkspaces(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference Signals signals,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.teams = new TeamStore(database);
        this.changes = new TeamChanges(audit, signals);
    }

    @Override
    public List<String> dependants(String tenantSlug, UUID workspaceId) {
        return teams.ofWorkspace(tenantSlug, workspaceId).stream()
                .map(team -> "team " + team.name())
                .toList();
    }

    @Override
    public void removed(String tenantSlug, UUID workspaceId) {
        teams.holdMembers(tenantSlug, workspaceId);
        for (Team team : teams.ofWorkspace(tenantSlug, workspaceId)) {
            changes.record(tenantSlug, TeamService.DELETED, team.id(), team.audited(), null);
            teams.remove(tenantSlug, team.id());
        }
    }

    @Override
    public void memberRemoved(String tenantSlug, UUID workspaceId, UUID userId) {
        for (Team team : teams.ofWorkspace(tenantSlug, workspaceId)) {
            teams.member(tenantSlug, team.id(), userId).ifPresent(member -> {
                changes.record(tenantSlug, TeamService.MEMBER_REMOVED, team.id(), member.audited(), null);
                teams.removeMember(tenantSlug, team.id(), userId);
            });
        }
    }
}
