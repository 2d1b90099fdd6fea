package io.plexica.tenancy.internal.workspaces;

import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of members. */
final class MemberStore {

    private static final String MEMBER = " WHERE workspace_id = ? AND user_id = ?";

    private MemberStore() {}

    static List<MemberRow> all(Connection connection, UUID workspace) throws SQLException {
        return Sql.list(
                connection, "SELECT * FROM workspace_members WHERE workspace_id = ?", MemberStore::read, workspace);
    }

    static Optional<MemberRow> find(Connection connection, UUID workspace, UUID user) throws SQLException {
        return Sql.find(connection, "SELECT * FROM workspace_members" + MEMBER, MemberStore::read, workspace, user);
    }

    /** Adds a member, unless the user is one. */
    static Optional<MemberRow> insert(Connection connection, UUID workspace, UUID user, WorkspaceRole role)
            throws SQLException {
        return Sql.find(
                connection,
                "INSERT INTO workspace_members (workspace_id, user_id, role) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING RETURNING *",
                MemberStore::read,
                workspace,
                user,
                role.name());
    }

    /** Gives a user a role, whether they have one yet or not. */
    static int put(Connection connection, UUID workspace, UUID user, WorkspaceRole role) throws SQLException {
        return Sql.update(
                connection,
                "INSERT INTO workspace_members (workspace_id, user_id, role) VALUES (?, ?, ?)"
                        + " ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = excluded.role,"
                        + " version = workspace_members.version + 1, updated_at = now()",
                workspace,
                user,
                role.name());
    }

    static int delete(Connection connection, UUID workspace, UUID user) throws SQLException {
        return Sql.update(connection, "DELETE FROM workspace_members" + MEMBER, workspace, user);
    }

    /** Takes a user out of all workspaces. */
    static int deleteAll(Connection connection, UUID user) throws SQLException {
        return Sql.update(connection, "DELETE FROM workspace_members WHERE user_id = ?", user);
    }

    private static MemberRow read(ResultSet row) throws SQLException {
        return new MemberRow(
                row.getObject("user_id", UUID.class),
                WorkspaceRole.valueOf(row.getString("role")),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
