package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who may work where, as the tables say. */
final class MembershipStore {

    private static final String OF_USER = """
            SELECT w.id, w.slug, w.name, coalesce(m.role, 'MEMBER') AS role
            FROM workspaces w LEFT JOIN workspace_members m ON m.workspace_id = w.id AND m.user_id = ?
            WHERE w.is_default OR m.role IS NOT NULL
            ORDER BY w.is_default DESC, lower(w.name), w.id
            """;
    private static final String ALL = """
            SELECT id, slug, name, 'ADMIN' AS role FROM workspaces ORDER BY is_default DESC, lower(name), id
            """;

    private MembershipStore() {}

    /** The workspaces of a user, the default one first. */
    static List<Membership> of(Connection connection, UUID userId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_USER)) {
            select.setObject(1, userId);
            return read(select);
        }
    }

    /** All workspaces, the default one first, as those see them who may enter every one. */
    static List<Membership> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            return read(select);
        }
    }

    /** Those of whom a row says that they are members. */
    static Set<UUID> members(Connection connection, UUID workspace) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT user_id FROM workspace_members WHERE workspace_id = ?")) {
            select.setObject(1, workspace);
            Set<UUID> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        }
    }

    /** Whether a user is a member, which changes only by whoever locks the workspace. */
    static boolean holdMember(Connection connection, UUID workspace, UUID user) throws SQLException {
        boolean there = !Sql.list(
                        connection, "SELECT 1 FROM workspaces WHERE id = ? FOR KEY SHARE", row -> true, workspace)
                .isEmpty();
        return there
                && of(connection, user).stream()
                        .anyMatch(place -> place.workspace().id().equals(workspace));
    }

    private static List<Membership> read(PreparedStatement select) throws SQLException {
        List<Membership> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                WorkspaceInfo workspace = new WorkspaceInfo(
                        row.getObject("id", UUID.class), row.getString("slug"), row.getString("name"));
                found.add(new Membership(workspace, WorkspaceRole.valueOf(row.getString("role"))));
            }
        }
        return found;
    }
}
