package io.plexica.identity.internal.users;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a user or super admin. */
public record Person(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        UserStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSeenAt) {

    static final String COLUMNS =
            "id, email, first_name, last_name, status, version, created_at, updated_at, last_seen_at";

    static Person of(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                UserStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                requireNonNull(Sql.moment(row, "created_at")),
                requireNonNull(Sql.moment(row, "updated_at")),
                Sql.moment(row, "last_seen_at"));
    }

    /** What they are called. */
    public Profile profile() {
        return new Profile(email, firstName, lastName);
    }

    boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** What other rooms see. */
    UserSummary summary() {
        return new UserSummary(id, email, firstName, lastName, status);
    }

    /** Who this is when they act themselves. */
    public Principal principal(boolean superAdmin) {
        return new Principal(id, email, firstName, lastName, superAdmin);
    }

    /** What the audit log keeps. */
    public Map<String, Object> audited() {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("email", email);
        kept.put("firstName", String.valueOf(firstName));
        kept.put("lastName", String.valueOf(lastName));
        kept.put("status", status.name());
        kept.values().removeIf("null"::equals);
        return kept;
    }
}
