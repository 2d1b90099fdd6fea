package io.plexica.data.internal.schema;

import io.plexica.data.internal.schema.MigrationStatus.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table {@code core.data_failures}: which part's migrations failed in which schema, and why. */
final class FailureTable {

    private static final int LONGEST_REASON = 1000;

    private final Connection connection;

    FailureTable(Connection connection) {
        this.connection = connection;
    }

    void enter(String schema, String part, String reason) throws SQLException {
        execute(
                "INSERT INTO core.data_failures (schema_name, part, reason) VALUES (?, ?, ?) ON CONFLICT (schema_name,"
                        + " part) DO UPDATE SET reason = excluded.reason, attempts = data_failures.attempts + 1, at = now()",
                schema,
                part,
                reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…");
    }

    void strike(String schema, String part) throws SQLException {
        execute("DELETE FROM core.data_failures WHERE schema_name = ? AND part = ?", schema, part);
    }

    /** Forgets a tenant's schema and those of its plugins. */
    void strikeTenant(String schema) throws SQLException {
        execute(
                "DELETE FROM core.data_failures WHERE schema_name = ? OR starts_with(schema_name, ? || '__')",
                schema,
                schema);
    }

    /** The tenants whose own tables failed somewhere. */
    Set<String> tenants() throws SQLException {
        Set<String> slugs = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT r.tenant_slug FROM core.data_failures f JOIN core.data_roles r ON r.role_name ="
                                + " f.schema_name WHERE r.plugin_id IS NULL");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                slugs.add(rows.getString(1));
            }
        }
        return slugs;
    }

    /** Where a part's migrations failed. */
    List<Failure> of(String part) throws SQLException {
        List<Failure> failures = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT r.tenant_slug, f.reason, f.attempts, f.since, f.at FROM core.data_failures f JOIN"
                        + " core.data_roles r ON r.role_name = f.schema_name WHERE f.part = ? ORDER BY 1")) {
            statement.setString(1, part);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    failures.add(new Failure(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getTimestamp(4).toInstant(),
                            rows.getTimestamp(5).toInstant()));
                }
            }
        }
        return failures;
    }

    private void execute(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }
}
