package io.plexica.data.internal.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits on a connection until there may be something to read. PostgreSQL says so where it is asked directly; a pooler that
 * hands out another session for each transaction cannot pass that on, and then time alone decides.
 */
final class Wakeup {

    private static final Logger LOG = LoggerFactory.getLogger(Wakeup.class);

    private final PGConnection connection;
    private final CountDownLatch stop;
    private final boolean direct;

    private Wakeup(PGConnection connection, CountDownLatch stop, boolean direct) {
        this.connection = connection;
        this.stop = stop;
        this.direct = direct;
    }

    static Wakeup on(Connection connection, CountDownLatch stop) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        connection.setAutoCommit(true);
        boolean direct;
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            // A pooler gives its clients process numbers of its own.
            direct = rows.getInt(1) == postgres.getBackendPID();
        }
        if (direct) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + SignalTable.CHANNEL);
            }
        } else {
            LOG.info("A pooler stands before the database: signals are looked for, not waited for"
                    + " (PLEXICA_DB_DIRECT_URL leads past it)");
        }
        return new Wakeup(postgres, stop, direct);
    }

    /** Returns when there may be something, when the time is over, or when listening is to end. */
    void await(Duration longest) throws SQLException, InterruptedException {
        if (direct) {
            connection.getNotifications((int) longest.toMillis());
        } else {
            stop.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
