package io.plexica.identity.internal.teams;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Workspaces in the real table, with members in memory. */
public final class TestWorkspaces implements Workspaces {

    private final Database database;
    private final Map<UUID, Map<UUID, WorkspaceRole>> members = new ConcurrentHashMap<>();

    public TestWorkspaces(Database database) {
        this.database = database;
    }

    public UUID add(String tenant, String slug) {
        return database.tenant(
                        tenant,
                        connection -> Sql.list(
                                connection,
                                "INSERT INTO workspaces (name, slug) VALUES (?, ?) RETURNING id",
                                row -> row.getObject(1, UUID.class),
                                slug,
                                slug))
                .get(0);
    }

    public void join(UUID workspace, UUID user, WorkspaceRole role) {
        members.computeIfAbsent(workspace, none -> new ConcurrentHashMap<>()).put(user, role);
    }

    @Override
    public List<Membership> of(String tenantSlug, UUID userId) {
        return all(tenantSlug).stream()
                .filter(place -> members.getOrDefault(place.id(), Map.of()).containsKey(userId))
                .map(place -> new Membership(place, members.get(place.id()).get(userId)))
                .toList();
    }

    @Override
    public boolean holdMember(String tenantSlug, UUID workspaceId, UUID userId) {
        return members.getOrDefault(workspaceId, Map.of()).containsKey(userId);
    }

    @Override
    public Membership enter(String tenantSlug, UUID userId, @Nullable UUID wanted, boolean everywhere) {
        throw new UnsupportedOperationException("not part of these tests");
    }

    @Override
    public List<WorkspaceInfo> all(String tenantSlug) {
        return database.tenant(
                tenantSlug,
                connection -> Sql.list(
                        connection,
                        "SELECT id, slug, name FROM workspaces",
                        row -> new WorkspaceInfo(row.getObject(1, UUID.class), row.getString(2), row.getString(3))));
    }

    @Override
    public void addMember(String tenantSlug, UUID workspaceId, UUID userId, WorkspaceRole role) {
        join(workspaceId, userId, role);
    }
}
