package io.plexica.notifications.internal.notes;

import io.plexica.spi.data.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Changes of what somebody was told, by that person. Works as the platform. */
record OwnNotes(Connection connection, Inbox inbox) {

    private static final String MINE = " WHERE user_id = ? AND tenant_slug IS NOT DISTINCT FROM CAST(? AS text)";

    /** Whether it is one of theirs. */
    boolean read(UUID id) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE core.notification_recipients SET read_at = coalesce(read_at, clock_timestamp())" + MINE
                                + " AND notification_id = ?",
                        inbox.user(),
                        inbox.tenant(),
                        id)
                == 1;
    }

    int readAll() throws SQLException {
        return Sql.update(
                connection,
                "UPDATE core.notification_recipients SET read_at = clock_timestamp()" + MINE + " AND read_at IS NULL",
                inbox.user(),
                inbox.tenant());
    }

    /** Whether it was one of theirs. */
    boolean delete(UUID id) throws SQLException {
        return Sql.update(
                        connection,
                        "DELETE FROM core.notification_recipients" + MINE + " AND notification_id = ?",
                        inbox.user(),
                        inbox.tenant(),
                        id)
                == 1;
    }
}
