package io.plexica.identity.internal.users;

import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of users in the tenants' schemas and of super admins in {@code core}. */
final class UserRows {

    /** The identity server knows best what people are called; the platform knows whether they may come in. */
    private static final String SEE = """
            INSERT INTO %1$s AS known (id, email, first_name, last_name, last_seen_at) VALUES (?, ?, ?, ?, now())
            ON CONFLICT (id) DO UPDATE SET
                last_seen_at = now(),
                email = excluded.email,
                first_name = coalesce(excluded.first_name, known.first_name),
                last_name = coalesce(excluded.last_name, known.last_name),
                updated_at = CASE
                    WHEN known.email = excluded.email
                        AND known.first_name IS NOT DISTINCT FROM coalesce(excluded.first_name, known.first_name)
                        AND known.last_name IS NOT DISTINCT FROM coalesce(excluded.last_name, known.last_name)
                    THEN known.updated_at ELSE now() END
            RETURNING status
            """;

    private static final String ADD = """
            INSERT INTO %1$s (id, email, first_name, last_name) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """;

    private final Database database;

    UserRows(Database database) {
        this.database = database;
    }

    /**
     * Notes that somebody is here, and adds who is new.
     *
     * @param slug the tenant; null for the super admins
     */
    UserStatus see(@Nullable String slug, Principal who) {
        return slug == null
                ? database.core(connection -> see(connection, "super_admins", who))
                : database.tenant(slug, connection -> see(connection, "users", who));
    }

    /**
     * Adds somebody who has not been here yet.
     *
     * @return whether the row is new
     */
    boolean add(@Nullable String slug, Principal who) {
        return slug == null
                ? database.core(connection -> add(connection, "super_admins", who))
                : database.tenant(slug, connection -> add(connection, "users", who));
    }

    /** Whether a tenant has any user. */
    boolean hasAny(String slug) {
        return database.tenant(slug, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT FROM users)");
                    ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    private static UserStatus see(Connection connection, String table, Principal who) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(String.format(SEE, table))) {
            bind(upsert, who);
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return UserStatus.valueOf(row.getString(1));
            }
        }
    }

    private static boolean add(Connection connection, String table, Principal who) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(String.format(ADD, table))) {
            bind(insert, who);
            return insert.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement statement, Principal who) throws SQLException {
        statement.setObject(1, who.id());
        statement.setString(2, who.email());
        statement.setString(3, who.firstName());
        statement.setString(4, who.lastName());
    }
}
