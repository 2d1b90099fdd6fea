package io.plexica.identity.internal.teams;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a team. */
public record Team(
        UUID id,
        UUID workspaceId,
        String name,
        @Nullable String description,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static final String COLUMNS = "id, workspace_id, name, description, version, created_at, updated_at";

    static Team of(ResultSet row) throws SQLException {
        return new Team(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getLong("version"),
                requireNonNull(Sql.moment(row, "created_at")),
                requireNonNull(Sql.moment(row, "updated_at")));
    }

    /** What the audit log keeps. */
    Map<String, Object> audited() {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("workspaceId", workspaceId);
        kept.put("name", name);
        if (description != null) {
            kept.put("description", description);
        }
        return kept;
    }
}
