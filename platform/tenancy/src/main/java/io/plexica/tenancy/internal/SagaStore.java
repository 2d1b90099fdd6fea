package io.plexica.tenancy.internal;

import io.plexica.spi.data.Sql;
import io.plexica.tenancy.internal.Saga.Kind;
import io.plexica.tenancy.internal.Saga.Status;
import io.plexica.tenancy.internal.Saga.Step;
import io.plexica.tenancy.internal.Saga.StepStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of sagas. */
final class SagaStore {

    private static final int LONGEST_ERROR = 2_000;

    private SagaStore() {}

    static Saga insert(Connection connection, Saga saga) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO core.provisionings (id, tenant_id, slug, kind, status) VALUES (?, ?, ?, ?, ?)",
                saga.id(),
                saga.tenantId(),
                saga.slug(),
                saga.kind().name(),
                saga.status().name());
        for (Step step : saga.steps()) {
            Sql.update(
                    connection,
                    "INSERT INTO core.provisioning_steps (provisioning_id, position, step, status) VALUES (?, ?, ?, ?)",
                    saga.id(),
                    step.position(),
                    step.name(),
                    step.status().name());
        }
        return saga;
    }

    /** Writes where a step is. */
    static int mark(Connection connection, Saga saga, Step step, StepStatus status, @Nullable String error)
            throws SQLException {
        String times = switch (status) {
            case PENDING, RUNNING, UNDOING -> "started_at = clock_timestamp(), finished_at = NULL";
            case DONE, FAILED, UNDONE -> "finished_at = clock_timestamp()";
        };
        return Sql.update(
                connection,
                "UPDATE core.provisioning_steps SET status = ?, error = coalesce(?, error), " + times
                        + " WHERE provisioning_id = ? AND position = ?",
                status.name(),
                shortened(error),
                saga.id(),
                step.position());
    }

    /** Writes that the whole is being undone, or has ended. */
    static int mark(Connection connection, Saga saga, Status status, @Nullable String reason) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE core.provisionings SET status = ?, reason = coalesce(reason, ?),"
                        + " finished_at = CASE WHEN ? THEN clock_timestamp() END WHERE id = ?",
                status.name(),
                shortened(reason),
                status == Status.SUCCEEDED || status == Status.FAILED,
                saga.id());
    }

    /** The saga that is not finished for a slug. */
    static Optional<Saga> open(Connection connection, String slug) throws SQLException {
        return query(connection, "slug = ? AND status IN ('RUNNING', 'UNDOING')", slug).stream()
                .findFirst();
    }

    /** Slugs with a saga that is not finished. */
    static List<String> openSlugs(Connection connection) throws SQLException {
        return query(connection, "status IN ('RUNNING', 'UNDOING')").stream()
                .map(Saga::slug)
                .toList();
    }

    /** The saga by which a tenant was made. */
    static Optional<Saga> creation(Connection connection, UUID tenantId) throws SQLException {
        return query(connection, "tenant_id = ? AND kind = 'CREATE' AND status = 'SUCCEEDED'", tenantId).stream()
                .findFirst();
    }

    private static List<Saga> query(Connection connection, String where, Object... values) throws SQLException {
        String sql = "SELECT * FROM core.provisionings WHERE " + where + " ORDER BY started_at DESC";
        return Sql.list(connection, sql, row -> read(connection, row), values);
    }

    private static Saga read(Connection connection, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Saga(
                id,
                row.getObject("tenant_id", UUID.class),
                row.getString("slug"),
                Kind.valueOf(row.getString("kind")),
                Status.valueOf(row.getString("status")),
                row.getString("reason"),
                Sql.list(
                        connection,
                        "SELECT position, step, status FROM core.provisioning_steps WHERE provisioning_id = ?"
                                + " ORDER BY position",
                        step -> new Step(step.getInt(1), step.getString(2), StepStatus.valueOf(step.getString(3))),
                        id));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
