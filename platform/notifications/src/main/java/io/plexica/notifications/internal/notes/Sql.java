package io.plexica.notifications.internal.notes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain SQL without the ceremony. */
public final class Sql {

    private Sql() {}

    /** What a row stands for. */
    @FunctionalInterface
    public interface Shape<T> {

        /** Reads the present row. */
        T of(ResultSet row) throws SQLException;
    }

    /** All rows that a query finds. */
    public static <T> List<T> list(Connection connection, String sql, Shape<T> shape, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(shape.of(row));
            }
            return found;
        }
    }

    /** The first column of the only row. */
    public static long number(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return list(connection, sql, row -> row.getLong(1), values).get(0);
    }

    /** How many rows a statement changed. */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
