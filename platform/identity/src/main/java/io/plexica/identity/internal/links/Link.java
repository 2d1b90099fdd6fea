package io.plexica.identity.internal.links;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A link that can still be used. */
public record Link(UUID userId, Purpose purpose, Instant expiresAt) {

    static Link of(ResultSet row) throws SQLException {
        return new Link(
                row.getObject("user_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                requireNonNull(Sql.moment(row, "expires_at")));
    }
}
