package io.plexica.notifications.internal.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What people have to be told yet. Whoever takes one has it alone for some minutes. */
final class NoticeQueue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TAKE = """
            UPDATE core.notices SET due_at = clock_timestamp() + interval '2 minutes', attempts = attempts + 1
            WHERE number = (SELECT number FROM core.notices WHERE due_at <= clock_timestamp()
                            ORDER BY due_at, number LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING number, kind, tenant_slug, subject, actor_id, details, attempts
            """;

    private final Database database;

    NoticeQueue(Database database) {
        this.database = database;
    }

    /** Takes the next one that is due, if any. */
    Optional<Notice> take() {
        return database.apart(() -> database.core(connection ->
                Sql.list(connection, TAKE, NoticeQueue::notice).stream().findFirst()));
    }

    /** It is done, in the current unit of work. */
    void done(Notice notice) {
        database.core(
                connection -> Sql.update(connection, "DELETE FROM core.notices WHERE number = ?", notice.number()));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                tree(row.getString(6)),
                row.getInt(7));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON that cannot be read", e);
        }
    }
}
