package io.plexica.authorization.internal.check;

import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Whom a question is about. */
record Person(Principal principal, boolean active) {

    static Optional<Person> find(Connection connection, UUID id) throws SQLException {
        return Sql.find(
                connection,
                "SELECT id, email, first_name, last_name, status FROM users WHERE id = ?",
                row -> new Person(
                        new Principal(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                false),
                        "ACTIVE".equals(row.getString(5))),
                id);
    }

    static Optional<UUID> byEmail(Connection connection, String email) throws SQLException {
        return Sql.find(
                connection,
                "SELECT id FROM users WHERE lower(email) = lower(?)",
                row -> row.getObject(1, UUID.class),
                email);
    }

    /** What people call them. */
    String name() {
        return principal.firstName() == null ? principal.email() : principal.firstName();
    }
}
