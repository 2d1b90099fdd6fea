package io.plexica.authorization.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.engine.Condition;
import io.plexica.authorization.internal.engine.ConditionErrors;
import io.plexica.authorization.internal.engine.ConditionReader;
import io.plexica.authorization.internal.engine.ConditionWriter;
import io.plexica.authorization.internal.engine.Effect;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies of a tenant. */
public final class PolicyRows {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(name)",
            "permission", "permission",
            "effect", "effect",
            "priority", "priority",
            "source", "source",
            "createdAt", "created_at",
            "updatedAt", "updated_at");
    private static final String FOUND =
            " FROM policies WHERE name ILIKE ? OR permission ILIKE ? OR coalesce(description, '') ILIKE ?";

    private PolicyRows() {}

    /** The number that grows with every change of any policy. */
    public static long state(Connection connection) throws SQLException {
        return Sql.count(connection, "SELECT version FROM policy_state");
    }

    /** Notes that policies change, and keeps others from changing any until the unit of work ends. */
    public static void change(Connection connection) throws SQLException {
        Sql.update(connection, "UPDATE policy_state SET version = version + 1");
    }

    public static Page<StoredPolicy> list(Connection connection, PageQuery paging) throws SQLException {
        String order = paging.orderBy(SORTABLE, "priority DESC, lower(name)");
        String like = Sql.anywhere(paging.text());
        String limit = " ORDER BY " + order + ", id LIMIT " + paging.size() + " OFFSET " + paging.offset();
        return new Page<>(
                Sql.list(connection, "SELECT *" + FOUND + limit, PolicyRows::read, like, like, like),
                paging.page(),
                paging.size(),
                Sql.count(connection, "SELECT count(*)" + FOUND, like, like, like));
    }

    public static List<StoredPolicy> all(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT * FROM policies", PolicyRows::read);
    }

    public static long count(Connection connection) throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM policies");
    }

    public static Optional<StoredPolicy> find(Connection connection, UUID id) throws SQLException {
        return Sql.find(connection, "SELECT * FROM policies WHERE id = ?", PolicyRows::read, id);
    }

    public static void insert(
            Connection connection, Policy rule, @Nullable String description, Source source, @Nullable String plugin)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO policies (id, name, description, permission, effect, conditions, priority, source, plugin)"
                        + " VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?)",
                rule.id(),
                rule.name(),
                description,
                rule.permission(),
                rule.effect().name(),
                text(rule.condition()),
                rule.priority(),
                source.name(),
                plugin);
    }

    public static void update(Connection connection, Policy rule, @Nullable String description) throws SQLException {
        Sql.update(
                connection,
                "UPDATE policies SET name = ?, description = ?, permission = ?, effect = ?,"
                        + " conditions = CAST(? AS jsonb), priority = ?, version = version + 1, updated_at = now()"
                        + " WHERE id = ?",
                rule.name(),
                description,
                rule.permission(),
                rule.effect().name(),
                text(rule.condition()),
                rule.priority(),
                rule.id());
    }

    public static void delete(Connection connection, UUID id) throws SQLException {
        Sql.update(connection, "DELETE FROM policies WHERE id = ?", id);
    }

    /** How many policies a plugin brought. */
    public static long countOf(Connection connection, String plugin) throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM policies WHERE plugin = ?", plugin);
    }

    /** Takes away what a plugin brought, and says how many there were. */
    public static int deleteOf(Connection connection, String plugin) throws SQLException {
        return Sql.update(connection, "DELETE FROM policies WHERE plugin = ?", plugin);
    }

    private static StoredPolicy read(ResultSet row) throws SQLException {
        Policy rule = new Policy(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("permission"),
                Effect.valueOf(row.getString("effect")),
                condition(row.getString("conditions")),
                row.getInt("priority"));
        return new StoredPolicy(
                rule,
                row.getString("description"),
                Source.valueOf(row.getString("source")),
                row.getString("plugin"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    private static Condition condition(String text) {
        ConditionErrors flaws = new ConditionErrors();
        try {
            Object tree = JSON.readValue(text, Object.class);
            return ConditionReader.read(tree, "/conditions", flaws).orElseThrow(() -> unreadable(flaws.found(), null));
        } catch (JsonProcessingException e) {
            throw unreadable(text, e);
        }
    }

    private static String text(Condition condition) {
        try {
            return JSON.writeValueAsString(ConditionWriter.tree(condition));
        } catch (JsonProcessingException e) {
            throw unreadable(condition, e);
        }
    }

    /** Nobody may be let in because a rule that keeps people out cannot be read. */
    private static PlexicaException unreadable(Object what, @Nullable Exception cause) {
        return new PlexicaException(ErrorCode.INTERNAL_ERROR, "A policy of this tenant cannot be read: " + what, cause);
    }
}
