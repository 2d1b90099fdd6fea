package io.plexica.data.internal.signal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements on {@code core.signals}. Each works as the platform for one transaction, so that a pooler may stand between. */
public final class SignalTable {

    static final String CHANNEL = "plexica_signals";

    private static final String ANNOUNCE =
            "WITH said AS (INSERT INTO core.signals (topic, key) VALUES (?, ?) RETURNING number)"
                    + " SELECT pg_current_xact_id()::text::bigint, pg_notify('" + CHANNEL + "', '') FROM said";

    private static final String ASSUME = "SET LOCAL ROLE plexica_core";
    private static final String SERVER =
            "SELECT pg_current_snapshot()::text, pg_postmaster_start_time()," + " clock_timestamp(), ";
    private static final String NOW = SERVER + "NULL, NULL";

    /** In one statement, so that the snapshot told is the one that saw the rows. */
    private static final String SINCE = SERVER + "s.topic, s.key FROM (VALUES (1)) one LEFT JOIN core.signals s"
            + " ON s.xid >= pg_snapshot_xmin(?::pg_snapshot) AND NOT pg_visible_in_snapshot(s.xid, ?::pg_snapshot)"
            + " ORDER BY s.number";

    /** Rows from the future were written on another server and came by a restored dump. */
    private static final String PURGE = "DELETE FROM core.signals WHERE at < now() - make_interval(secs => ?)"
            + " OR xid >= pg_snapshot_xmax(pg_current_snapshot())";

    private final Connection connection;

    SignalTable(Connection connection) {
        this.connection = connection;
    }

    /** Tells all nodes, once the transaction of this connection commits; its number is what comes back. */
    public static long announce(Connection connection, String topic, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
            statement.setString(1, topic);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Looks what there is to hear since an earlier look; nothing when there was none. */
    SignalSnapshot read(@Nullable SignalSnapshot earlier) throws SQLException {
        begin();
        try (PreparedStatement statement = connection.prepareStatement(earlier == null ? NOW : SINCE)) {
            if (earlier != null) {
                statement.setString(1, earlier.snapshot());
                statement.setString(2, earlier.snapshot());
            }
            SignalSnapshot reading;
            try (ResultSet rows = statement.executeQuery()) {
                reading = reading(rows);
            }
            connection.commit();
            return reading;
        }
    }

    /** Throws away what everybody has heard long ago. */
    void purge() throws SQLException {
        begin();
        try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            statement.setLong(1, SignalSnapshot.KEPT.toSeconds());
            statement.executeUpdate();
        }
        connection.commit();
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(ASSUME);
        }
    }

    private static SignalSnapshot reading(ResultSet rows) throws SQLException {
        rows.next();
        String snapshot = rows.getString(1);
        Instant server = rows.getObject(2, OffsetDateTime.class).toInstant();
        Instant at = rows.getObject(3, OffsetDateTime.class).toInstant();
        List<Signal> signals = new ArrayList<>();
        do {
            String topic = rows.getString(4);
            if (topic != null) {
                signals.add(new Signal(topic, rows.getString(5)));
            }
        } while (rows.next());
        return new SignalSnapshot(snapshot, server, at, signals);
    }
}
