package io.plexica.identity.internal.teams;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a team.
 *
 * @param version grows with every change
 */
public record Member(
        UUID userId,
        TeamRole role,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static final String SELECT =
            "SELECT m.user_id, m.role, u.email, u.first_name, u.last_name, m.version, m.created_at, m.updated_at"
                    + " FROM team_members m JOIN users u ON u.id = m.user_id WHERE m.team_id = ?";

    static Member of(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("user_id", UUID.class),
                TeamRole.valueOf(row.getString("role")),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getLong("version"),
                requireNonNull(Sql.moment(row, "created_at")),
                requireNonNull(Sql.moment(row, "updated_at")));
    }

    /** What the audit log keeps. */
    Map<String, Object> audited() {
        return Map.of("userId", userId, "role", role);
    }
}
