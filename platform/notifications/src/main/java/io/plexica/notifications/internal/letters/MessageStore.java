package io.plexica.notifications.internal.letters;

import io.plexica.notifications.internal.templates.Letter;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.UserSummary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of messages in one box. */
record MessageStore(Connection connection, MessageLocation box) {

    private static final int LONGEST_REASON = 1000;

    void insert(UUID id, String recipient, String template, String language, Letter letter) throws SQLException {
        update(
                "INSERT INTO " + box.table("messages") + " (id, recipient, template, language, subject, body_text,"
                        + " body_html) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                recipient,
                template,
                language,
                letter.subject(),
                letter.text(),
                letter.html());
    }

    Optional<MessageRow> find(UUID id, @Nullable UUID reader) throws SQLException {
        return query("WHERE m.id = ?", reader, id).stream().findFirst();
    }

    /** Messages that somebody must pass on. */
    List<MessageRow> kept(@Nullable UUID reader, boolean unread, String like, String order, int size, int offset)
            throws SQLException {
        return query(
                KeptFilter.sql(unread) + " ORDER BY " + order + ", m.id LIMIT " + size + " OFFSET " + offset,
                reader,
                like,
                like);
    }

    long countKept(@Nullable UUID reader, boolean unread, String like) throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM " + from() + KeptFilter.sql(unread), reader, like, like);
    }

    /** The message has left; what it said is nobody's business any more. */
    int markSent(UUID id) throws SQLException {
        return update(
                "UPDATE " + box.table("messages") + " SET status = 'SENT', reason = NULL, body_text = '',"
                        + " body_html = '', updated_at = now() WHERE id = ?",
                id);
    }

    int mark(UUID id, MessageStatus status, @Nullable String reason) throws SQLException {
        String shown =
                reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        return update(
                "UPDATE " + box.table("messages") + " SET status = ?, reason = ?, updated_at = now() WHERE id = ?",
                status.name(),
                shown,
                id);
    }

    int markRead(UUID id, UUID reader) throws SQLException {
        return update(
                "INSERT INTO " + box.table("message_reads") + " (message_id, user_id) VALUES (?, ?)"
                        + " ON CONFLICT DO NOTHING",
                id,
                reader);
    }

    int delete(UUID id) throws SQLException {
        return update("DELETE FROM " + box.table("messages") + " WHERE id = ?", id);
    }

    /** Deletes what was written to a user, and what they have read of others'; the ids of the messages. */
    List<UUID> deleteAll(UserSummary user) throws SQLException {
        update("DELETE FROM " + box.table("message_reads") + " WHERE user_id = ?", user.id());
        String sql = "DELETE FROM " + box.table("messages") + " WHERE lower(recipient) = lower(?) RETURNING id";
        return Sql.list(connection, sql, row -> row.getObject(1, UUID.class), user.email());
    }

    private String from() {
        return box.table("messages") + " m LEFT JOIN " + box.table("message_reads")
                + " r ON r.message_id = m.id AND r.user_id = CAST(? AS uuid) ";
    }

    private List<MessageRow> query(String where, @Nullable Object... values) throws SQLException {
        return Sql.list(connection, "SELECT m.*, r.read_at FROM " + from() + where, MessageStore::read, values);
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        return Sql.update(connection, sql, values);
    }

    private static MessageRow read(ResultSet row) throws SQLException {
        return new MessageRow(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("template"),
                new Letter(row.getString("subject"), row.getString("body_text"), row.getString("body_html")),
                MessageStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                Sql.instant(row, "created_at"),
                Sql.moment(row, "read_at"));
    }
}
