package io.plexica.itests.faults;

import io.plexica.itests.support.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What can be seen, and be held up, in the database behind the platform's back. */
final class Behind {

    /** With the database alone as carrier nodes take turns by a lock, with Kafka by a row. */
    private static final String RELAY =
            "SELECT pg_advisory_xact_lock(hashtextextended('plexica:events:relay', 0)) FROM core.events_lease FOR UPDATE";

    private static final String UNMARKED =
            "SELECT number FROM core.events_outbox WHERE relayed_at IS NULL ORDER BY number FOR NO KEY UPDATE";
    private static final String MARKING = "SELECT client_port FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            + " AND query LIKE 'UPDATE core.events_outbox SET relayed_at%' AND client_port IS NOT NULL";

    private final String[] login;

    Behind(Database database) {
        this.login = database.login();
    }

    /** Something that is held up until this is closed. */
    @FunctionalInterface
    interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** From now on no node relays events; when this returns, what was being relayed is. */
    Held holdRelay() {
        return hold(RELAY);
    }

    /** No node gets further, with the events that are not relayed yet, than to mark them as such. */
    Held holdMarks() {
        return hold(UNMARKED);
    }

    private Held hold(String sql) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
            return () -> close(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The port from which somebody waits to mark events as relayed; empty for nobody. */
    List<Integer> marking() {
        return list(MARKING).stream().map(row -> Integer.valueOf(row.get(0))).toList();
    }

    /** Ends whoever works on the database from that port. */
    void cut(int clientPort) {
        list("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE client_port = ?", clientPort);
    }

    /** Makes the claim of an event void, as if it had taken too long; how many there were. */
    int voidClaim(String op) {
        return list(
                        "UPDATE core.events_deliveries d SET due_at = clock_timestamp() FROM core.events_outbox o"
                                + " WHERE o.number = d.event_number AND o.payload ->> 'op' = ? AND d.state = 'PENDING'"
                                + " AND d.claim IS NOT NULL RETURNING 1",
                        op)
                .size();
    }

    /** Events that are neither handled nor dead, and those that nobody has relayed. */
    List<List<String>> unsettled() {
        return list("SELECT o.payload ->> 'op', coalesce(d.state, 'WAITING'), d.attempts, d.reason"
                + " FROM core.events_outbox o LEFT JOIN core.events_deliveries d ON d.event_number = o.number"
                + " WHERE starts_with(o.name, 'ledger.') AND (o.relayed_at IS NULL OR d.state IN ('SENT', 'PENDING'))");
    }

    /** Whoever has the right to send has lost it, and does not know. */
    void freeLease() {
        list("UPDATE core.events_lease SET until = '-infinity' RETURNING 1");
    }

    /** Changes that the search engine has yet to be told. */
    List<List<String>> untold() {
        return list("SELECT document_id FROM core.search_changes");
    }

    /** All rows of a query, as text. */
    List<List<String>> list(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<List<String>> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(String.valueOf(rows.getString(i)));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(login[0], login[1], login[2]);
    }

    private static void close(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
