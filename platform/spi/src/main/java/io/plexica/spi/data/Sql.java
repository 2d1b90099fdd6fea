package io.plexica.spi.data;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain SQL without the ceremony. Moments, and arrays of texts and ids, may be values as they are. */
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
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(shape.of(rows));
            }
            return found;
        }
    }

    /** The first row that a query finds. */
    public static <T> Optional<T> find(Connection connection, String sql, Shape<T> shape, @Nullable Object... values)
            throws SQLException {
        return list(connection, sql, shape, values).stream().findFirst();
    }

    /** Whether a query finds anything; also for a function that is called for what it does. */
    public static boolean finds(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return find(connection, sql, row -> true, values).isPresent();
    }

    /** The number that a query counts. */
    public static long count(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return list(connection, sql, row -> row.getLong(1), values).get(0);
    }

    /** How many rows a statement changed. */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** A list of texts as one value. */
    public static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** A list of ids as one value. */
    public static Array ids(Connection connection, Collection<UUID> values) throws SQLException {
        return connection.createArrayOf("uuid", values.toArray());
    }

    /** The texts of an array in a row, in order; empty for null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** A moment in a row. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(moment(row, column));
    }

    /** A moment in a row that may be missing. */
    public static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Part of a text that may stand anywhere, as ILIKE takes it. */
    public static String anywhere(String text) {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, forDriver(connection, values[i]));
        }
        return statement;
    }

    private static @Nullable Object forDriver(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return value instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : value;
    }
}
