package io.plexica.data.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Plain SQL in one line. */
public final class Sql {

    private Sql() {}

    public static String ask(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }

    /** The same where nothing may be thrown that must be declared. */
    public static String askQuietly(Connection connection, String sql) {
        try {
            return ask(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }
}
