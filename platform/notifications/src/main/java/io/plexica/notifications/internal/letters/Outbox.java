package io.plexica.notifications.internal.letters;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be done with messages, and when. Whoever takes a task has it alone until its lease is over. */
final class Outbox {

    /** Longer than a server may take to answer. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String TAKE = """
            UPDATE core.message_outbox SET due_at = now() + ? * interval '1 second', attempts = attempts + 1
            WHERE message_id = (SELECT message_id FROM core.message_outbox WHERE due_at <= now()
                                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING message_id, tenant_slug, task, attempts
            """;

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /** A message that is to be sent or forgotten now, and how often that has been tried, this time included. */
    record Task(UUID message, MessageLocation box, boolean forget, int attempts) {}

    void add(UUID message, MessageLocation box) {
        update("INSERT INTO core.message_outbox (message_id, tenant_slug) VALUES (?, ?)", message, box.tenant());
    }

    /** Takes the next task, if any is due. */
    Optional<Task> take() {
        return database.apart(
                () -> database.core(connection -> Sql.find(connection, TAKE, Outbox::task, LEASE.toSeconds())));
    }

    void again(UUID message, Duration pause) {
        update(
                "UPDATE core.message_outbox SET due_at = now() + ? * interval '1 second' WHERE message_id = ?",
                pause.toSeconds(),
                message);
    }

    /** Nothing remains to be done with the message but to forget it one day. */
    void forgetAfter(UUID message, Duration pause) {
        update(
                "UPDATE core.message_outbox SET task = 'FORGET', attempts = 0,"
                        + " due_at = now() + ? * interval '1 second' WHERE message_id = ?",
                pause.toSeconds(),
                message);
    }

    void remove(UUID message) {
        update("DELETE FROM core.message_outbox WHERE message_id = ?", message);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject(1, UUID.class),
                new MessageLocation(row.getString(2)),
                row.getString(3).equals("FORGET"),
                row.getInt(4));
    }

    private void update(String sql, @Nullable Object... values) {
        database.core(connection -> Sql.update(connection, sql, values));
    }
}
