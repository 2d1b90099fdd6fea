package io.plexica.notifications.internal.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as one person finds it.
 *
 * @param plugin which plugin sent it; null for the platform
 * @param recipient for whom a message is that could not be mailed; null for what one was told oneself
 * @param reason why it could not
 */
public record NoteRow(
        UUID id,
        String type,
        @Nullable String plugin,
        String severity,
        String title,
        String body,
        @Nullable String link,
        @Nullable String recipient,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant readAt) {

    /** The present row. */
    public static NoteRow of(ResultSet row) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new NoteRow(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("plugin_id"),
                row.getString("severity"),
                row.getString("title"),
                row.getString("body"),
                row.getString("link"),
                row.getString("recipient"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
