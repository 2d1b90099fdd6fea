package io.plexica.data.internal.schema;

import io.plexica.data.internal.schema.MigrationStatus.Failure;
import io.plexica.data.internal.schema.MigrationStatus.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how far the tables of tenants are. */
final class StatusReader {

    private static final String TENANTS = "SELECT count(*) FROM core.data_roles WHERE plugin_id IS NULL";
    private static final String UP_TO_DATE =
            "SELECT count(*) FROM core.data_roles r JOIN core.data_levels l ON l.schema_name = r.role_name WHERE"
                    + " r.plugin_id IS NULL AND l.room = ? AND l.fingerprint = ?";
    private static final String PLUGINS =
            "SELECT plugin_id, count(*) FROM core.data_roles WHERE plugin_id IS NOT NULL GROUP BY 1";

    private final Connection connection;

    StatusReader(Connection connection) {
        this.connection = connection;
    }

    Part room(String name, String fingerprint) throws SQLException {
        int tenants = count(TENANTS);
        int done = count(UP_TO_DATE, name, fingerprint);
        List<Failure> failures = new FailureTable(connection).of(name);
        return new Part("room", name, tenants, done, Math.max(0, tenants - done - failures.size()), failures);
    }

    List<Part> plugins() throws SQLException {
        Map<String, Integer> tenants = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PLUGINS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.put(rows.getString(1), rows.getInt(2));
            }
        }
        FailureTable book = new FailureTable(connection);
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Integer> plugin : tenants.entrySet()) {
            List<Failure> failures = book.of(AdminPluginSchemas.part(plugin.getKey()));
            int done = plugin.getValue() - failures.size();
            parts.add(new Part("plugin", plugin.getKey(), plugin.getValue(), done, 0, failures));
        }
        return parts;
    }

    private int count(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
