package io.plexica.data.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table {@code core.data_logins}: which tenants have a login of their own. */
final class LoginTable {

    private final Connection connection;

    LoginTable(Connection connection) {
        this.connection = connection;
    }

    void enter(String slug, String login, String mark) throws SQLException {
        run(
                "INSERT INTO core.data_logins (tenant_slug, login_name, mark) VALUES (?, ?, ?)"
                        + " ON CONFLICT (tenant_slug) DO UPDATE SET mark = excluded.mark",
                slug,
                login,
                mark);
    }

    /** Whether there was anything to strike. */
    boolean strike(String slug) throws SQLException {
        return run("DELETE FROM core.data_logins WHERE tenant_slug = ?", slug) > 0;
    }

    /** The login of a tenant; null when it has none of its own. */
    @Nullable
    String find(String slug) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT login_name FROM core.data_logins WHERE tenant_slug = ?")) {
            statement.setString(1, slug);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** The tenants with logins, each with the mark of its password. */
    Map<String, String> marks() throws SQLException {
        Map<String, String> marks = new TreeMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT tenant_slug, mark FROM core.data_logins");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                marks.put(rows.getString(1), rows.getString(2));
            }
        }
        return marks;
    }

    private int run(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }
}
