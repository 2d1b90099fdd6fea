package io.plexica.notifications.internal.notes;

import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person finds, read in one piece from the notifications and the messages that could not be mailed. */
record NoteStore(Connection connection, Inbox inbox) {

    private static final String OWN = """
            SELECT n.id, n.type, n.plugin_id, n.severity, n.title, n.body, n.link, NULL AS recipient, NULL AS reason,
                   n.created_at, r.read_at, n.title || ' ' || n.body AS words
            FROM core.notification_recipients r JOIN core.notifications n ON n.id = r.notification_id
            WHERE r.user_id = ? AND r.tenant_slug IS NOT DISTINCT FROM CAST(? AS text)
            """;

    /** What a message says is not searched, since not everybody may read it who finds it. */
    private static final String KEPT = """
            UNION ALL
            SELECT m.id, CASE m.status WHEN 'KEPT' THEN 'message-kept' ELSE 'message-failed' END, NULL, 'WARNING', m.subject,
                   m.body_text, NULL, m.recipient, m.reason, m.created_at, k.read_at, m.subject || ' ' || m.recipient
            FROM %s m LEFT JOIN %s k ON k.message_id = m.id AND k.user_id = ? WHERE m.status IN ('KEPT', 'FAILED')
            """;

    private static final String ALL_READ = """
            INSERT INTO %s (message_id, user_id) SELECT id, ? FROM %s WHERE status IN ('KEPT', 'FAILED')
            ON CONFLICT DO NOTHING
            """;

    List<NoteRow> page(NoteFilter wanted, String order, PageQuery paging) throws SQLException {
        return rows(
                wanted.sql() + " ORDER BY " + order + ", id LIMIT " + paging.size() + " OFFSET " + paging.offset(),
                wanted.values(paging));
    }

    long count(NoteFilter wanted, PageQuery paging) throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM " + all() + wanted.sql(), values(wanted.values(paging)));
    }

    long unread() throws SQLException {
        return Sql.count(connection, "SELECT count(*) FROM " + all() + " WHERE read_at IS NULL", values());
    }

    Optional<NoteRow> find(UUID id) throws SQLException {
        return rows(" WHERE id = ?", id).stream().findFirst();
    }

    /** Notes that all messages that could not be mailed were read; how many were not before. */
    int readKept() throws SQLException {
        return Sql.update(
                connection,
                ALL_READ.formatted(
                        inbox.box().table("message_reads"), inbox.box().table("messages")),
                inbox.user());
    }

    private List<NoteRow> rows(String end, Object... more) throws SQLException {
        return Sql.list(connection, "SELECT * FROM " + all() + end, NoteRow::of, values(more));
    }

    private String all() {
        String kept = inbox.kept()
                ? KEPT.formatted(inbox.box().table("messages"), inbox.box().table("message_reads"))
                : "";
        return "(" + OWN + kept + ") found";
    }

    private @Nullable Object[] values(Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(inbox.user());
        values.add(inbox.tenant());
        if (inbox.kept()) {
            values.add(inbox.user());
        }
        values.addAll(List.of(more));
        return values.toArray();
    }
}
