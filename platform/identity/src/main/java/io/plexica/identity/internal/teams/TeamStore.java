package io.plexica.identity.internal.teams;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of teams and their members. Joins the unit of work. */
final class TeamStore {

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final Map<String, String> SORTABLE =
            Map.of("name", "lower(name)", "createdAt", "created_at", "updatedAt", "updated_at");
    private static final Map<String, String> SORTABLE_MEMBERS = Map.of(
            "email", "lower(u.email)",
            "firstName", "lower(u.first_name)",
            "lastName", "lower(u.last_name)",
            "createdAt", "m.created_at",
            "updatedAt", "m.updated_at",
            "role", "m.role");

    private final Database database;

    TeamStore(Database database) {
        this.database = database;
    }

    Page<Team> list(String slug, @Nullable UUID workspace, PageQuery paging) {
        String order = paging.orderBy(SORTABLE, "lower(name)");
        String like = paging.text().isEmpty() ? null : Sql.anywhere(paging.text());
        String from = " FROM teams WHERE (CAST(? AS uuid) IS NULL OR workspace_id = ?)"
                + " AND (CAST(? AS text) IS NULL OR name ILIKE ? OR description ILIKE ?)";
        Object[] values = {workspace, workspace, like, like, like};
        String page = "SELECT " + Team.COLUMNS + from + " ORDER BY " + order + ", id LIMIT " + paging.size()
                + " OFFSET " + paging.offset();
        return database.tenant(
                slug,
                connection -> new Page<>(
                        Sql.list(connection, page, Team::of, values),
                        paging.page(),
                        paging.size(),
                        Sql.count(connection, "SELECT count(*)" + from, values)));
    }

    Optional<Team> find(String slug, UUID id) {
        return one(slug, "SELECT " + Team.COLUMNS + " FROM teams WHERE id = ?", id);
    }

    /** A team, locked until the unit of work ends. */
    Team lock(String slug, UUID id) {
        return one(slug, "SELECT " + Team.COLUMNS + " FROM teams WHERE id = ? FOR UPDATE", id)
                .orElseThrow(TeamStore::unknown);
    }

    List<Team> ofWorkspace(String slug, UUID workspace) {
        return database.tenant(
                slug,
                connection -> Sql.list(
                        connection,
                        "SELECT " + Team.COLUMNS + " FROM teams WHERE workspace_id = ? ORDER BY name",
                        Team::of,
                        workspace));
    }

    /** The users in a workspace's teams do not go until the unit of work ends: they are locked before rows about them, as everywhere. */
    void holdMembers(String slug, UUID workspace) {
        database.tenant(
                slug,
                connection -> Sql.list(
                        connection,
                        "SELECT 1 FROM users WHERE id IN (SELECT m.user_id FROM team_members m"
                                + " JOIN teams t ON t.id = m.team_id WHERE t.workspace_id = ?) ORDER BY id FOR KEY SHARE",
                        row -> true,
                        workspace));
    }

    Team add(String slug, UUID workspace, String name, @Nullable String description) {
        return referring(
                "/workspaceId",
                "is no workspace of this tenant any more",
                () -> named(
                        name,
                        () -> one(
                                slug,
                                "INSERT INTO teams (workspace_id, name, description) VALUES (?, ?, ?) RETURNING "
                                        + Team.COLUMNS,
                                workspace,
                                name,
                                description)));
    }

    /** Also after a change of what is kept elsewhere, such as roles. */
    Team change(String slug, UUID id, String name, @Nullable String description) {
        return named(
                name,
                () -> one(
                        slug,
                        "UPDATE teams SET name = ?, description = ?, version = version + 1, updated_at = now()"
                                + " WHERE id = ? RETURNING " + Team.COLUMNS,
                        name,
                        description,
                        id));
    }

    void remove(String slug, UUID id) {
        update(slug, "DELETE FROM teams WHERE id = ?", id);
    }

    Page<Member> members(String slug, UUID team, PageQuery paging) {
        String order = paging.orderBy(SORTABLE_MEMBERS, "lower(u.email)");
        String like = paging.text().isEmpty() ? null : Sql.anywhere(paging.text());
        String filtered = Member.SELECT + " AND (CAST(? AS text) IS NULL OR u.email ILIKE ?"
                + " OR concat_ws(' ', u.first_name, u.last_name) ILIKE ?)";
        Object[] values = {team, like, like, like};
        String page =
                filtered + " ORDER BY " + order + ", m.user_id LIMIT " + paging.size() + " OFFSET " + paging.offset();
        return database.tenant(
                slug,
                connection -> new Page<>(
                        Sql.list(connection, page, Member::of, values),
                        paging.page(),
                        paging.size(),
                        Sql.count(connection, "SELECT count(*) FROM (" + filtered + ") AS found", values)));
    }

    Optional<Member> member(String slug, UUID team, UUID user) {
        return database.tenant(
                slug, connection -> Sql.find(connection, Member.SELECT + " AND m.user_id = ?", Member::of, team, user));
    }

    /** Whether there was no such member before. */
    boolean addMember(String slug, UUID team, UUID user, TeamRole role) {
        return referring(
                "/userId",
                "is no user of this tenant any more",
                () -> update(
                                slug,
                                "INSERT INTO team_members (team_id, user_id, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                                team,
                                user,
                                role.name())
                        == 1);
    }

    void changeMember(String slug, UUID team, UUID user, TeamRole role) {
        update(
                slug,
                "UPDATE team_members SET role = ?, version = version + 1, updated_at = now()"
                        + " WHERE team_id = ? AND user_id = ?",
                role.name(),
                team,
                user);
    }

    void removeMember(String slug, UUID team, UUID user) {
        update(slug, "DELETE FROM team_members WHERE team_id = ? AND user_id = ?", team, user);
    }

    static PlexicaException unknown() {
        return PlexicaException.notFound("There is no such team");
    }

    /** What a row refers to may have been removed a moment ago, after it was looked for. */
    private static <T> T referring(String pointer, String wrong, Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseException e) {
            if (e.sqlState().equals(FOREIGN_KEY_VIOLATION)) {
                throw PlexicaException.validation(new FieldError(pointer, wrong));
            }
            throw e;
        }
    }

    private static Team named(String name, Supplier<Optional<Team>> work) {
        try {
            return work.get().orElseThrow(TeamStore::unknown);
        } catch (DatabaseException e) {
            if (e.isUniqueViolation()) {
                throw PlexicaException.conflict("name-taken", "there is a team " + name + " in this workspace already");
            }
            throw e;
        }
    }

    private Optional<Team> one(String slug, String sql, @Nullable Object... values) {
        return database.tenant(slug, connection -> Sql.find(connection, sql, Team::of, values));
    }

    private int update(String slug, String sql, @Nullable Object... values) {
        return database.tenant(slug, connection -> Sql.update(connection, sql, values));
    }
}
