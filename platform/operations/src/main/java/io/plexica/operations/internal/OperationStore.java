package io.plexica.operations.internal;

import io.plexica.api.rest.Page;
import io.plexica.spi.data.Sql;
import io.plexica.spi.operations.Operations.Operation;
import io.plexica.spi.operations.Operations.Status;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of operations. Times are the database's, so that the clocks of nodes do not matter. */
final class OperationStore {

    private static final Map<String, String> SORTABLE =
            Map.of("type", "type", "status", "status", "startedAt", "started_at", "finishedAt", "finished_at");
    private static final String VISIBLE =
            " FROM core.operations WHERE (CAST(? AS text) IS NULL OR tenant_slug = ?) AND (CAST(? AS uuid) IS NULL OR"
                    + " started_by = CAST(? AS uuid)) AND (CAST(? AS text) IS NULL OR coalesce(tenant_slug, about, ?) = ?)"
                    + " AND (CAST(? AS text) IS NULL OR status = ?) AND (CAST(? AS text)"
                    + " IS NULL OR type = ?) AND (type ILIKE ? OR coalesce(message, '') ILIKE ?)";

    private static final String GONE =
            "(about IS NOT NULL AND NOT EXISTS (SELECT 1 FROM core.tenants WHERE slug = about))";

    private OperationStore() {}

    static OperationRow insert(Connection connection, OperationStart beginning, UUID node) throws SQLException {
        return query(
                        connection,
                        "INSERT INTO core.operations (id, type, tenant_slug, about, started_by, trace_id, node)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *",
                        beginning.id(),
                        beginning.type(),
                        beginning.tenantSlug(),
                        beginning.about(),
                        beginning.startedBy(),
                        beginning.traceId(),
                        node)
                .get(0);
    }

    /** Writes how far a running operation is. */
    static int progress(Connection connection, UUID id, State state) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE core.operations SET progress = ?, step = ?, message = ?, version = version + 1,"
                        + " heartbeat_at = clock_timestamp() WHERE id = ? AND status = 'RUNNING'",
                state.progress(),
                state.step(),
                state.message(),
                id);
    }

    /**
     * Writes how an operation ended. Who did the work knows it, even if others took the node for dead meanwhile. What came
     * out about a tenant that is gone already is not kept.
     */
    static int finish(Connection connection, UUID id, OperationEnd ending, State state) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE core.operations SET status = ?, progress = ?, step = ?, message = ?,"
                        + " result = CASE WHEN " + GONE + " THEN NULL ELSE CAST(? AS json) END,"
                        + " problem = CAST(? AS json), version = version + 1, finished_at = clock_timestamp()"
                        + " WHERE id = ?",
                ending.status().name(),
                ending.status() == Status.SUCCEEDED ? 100 : state.progress(),
                state.step(),
                state.message(),
                ending.result(),
                ending.problem(),
                id);
    }

    /** Says that a node is alive. */
    static int beat(Connection connection, UUID node) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE core.operations SET heartbeat_at = clock_timestamp() WHERE node = ? AND status = 'RUNNING'",
                node);
    }

    /** Takes the running operations of nodes that have fallen silent; nobody else gets them while this transaction is open. */
    static List<OperationRow> abandoned(Connection connection, Duration patience) throws SQLException {
        return query(
                connection,
                "SELECT * FROM core.operations WHERE status = 'RUNNING' AND heartbeat_at < clock_timestamp() -"
                        + " make_interval(secs => ?) FOR UPDATE SKIP LOCKED",
                patience.toMillis() / 1000.0);
    }

    static int forget(Connection connection, Duration retention) throws SQLException {
        return Sql.update(
                connection,
                "DELETE FROM core.operations WHERE finished_at < clock_timestamp() - make_interval(secs => ?)",
                (double) retention.toSeconds());
    }

    /** Forgets what came out of work about tenants that are gone. */
    static int forgetGone(Connection connection) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE core.operations SET result = NULL, version = version + 1 WHERE result IS NOT NULL AND " + GONE);
    }

    static Optional<OperationRow> find(Connection connection, UUID id) throws SQLException {
        return query(connection, "SELECT * FROM core.operations WHERE id = ?", id).stream()
                .findFirst();
    }

    static Page<OperationRow> page(Connection connection, Viewer viewer, OperationQuery query) throws SQLException {
        String order = query.paging().orderBy(SORTABLE, "started_at DESC");
        String like = Sql.anywhere(query.paging().text());
        String status = query.status() == null ? null : query.status().name();
        @Nullable
        Object[] values = {
            viewer.tenantSlug(),
            viewer.tenantSlug(),
            viewer.startedBy(),
            viewer.startedBy(),
            viewer.served(),
            viewer.served(),
            viewer.served(),
            status,
            status,
            query.type(),
            query.type(),
            like,
            like
        };
        List<OperationRow> rows = query(
                connection,
                "SELECT *" + VISIBLE + " ORDER BY " + order + ", id LIMIT "
                        + query.paging().size() + " OFFSET " + query.paging().offset(),
                values);
        return new Page<>(
                rows,
                query.paging().page(),
                query.paging().size(),
                Sql.count(connection, "SELECT count(*)" + VISIBLE, values));
    }

    private static List<OperationRow> query(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        return Sql.list(connection, sql, OperationStore::read, values);
    }

    private static OperationRow read(ResultSet row) throws SQLException {
        Operation operation = new Operation(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("tenant_slug"),
                Status.valueOf(row.getString("status")),
                row.getInt("progress"),
                row.getString("step"),
                row.getString("message"),
                Sql.instant(row, "started_at"),
                Sql.moment(row, "finished_at"),
                row.getString("result"),
                row.getString("problem"));
        return new OperationRow(
                operation, row.getString("about"), row.getObject("started_by", UUID.class), row.getLong("version"));
    }
}
