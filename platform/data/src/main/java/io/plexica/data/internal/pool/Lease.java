package io.plexica.data.internal.pool;

import io.plexica.data.internal.pool.ConnectionPool.Fate;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection that a unit of work has until it gives it back. Belongs to one thread. */
public final class Lease {

    private final ConnectionPool pool;
    private final Connection connection;
    private final Runnable place;
    private boolean answered;

    Lease(ConnectionPool pool, Connection connection, Runnable place) {
        this.pool = pool;
        this.connection = connection;
        this.place = place;
    }

    /** The connection. */
    public Connection connection() {
        return connection;
    }

    /** The server has answered on it. */
    public void answered() throws SQLException {
        answered = true;
        pool.answered(connection);
    }

    /** The connection broke in the middle of work. */
    public void suspectServer() {
        pool.suspectServer();
    }

    /** Gives it back. The fate tells what may have stuck to it. */
    public void giveBack(Fate fate) {
        try {
            if (!answered) {
                pool.unanswered();
            }
            pool.release(connection, fate);
        } finally {
            place.run();
        }
    }
}
