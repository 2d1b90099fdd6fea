package io.plexica.data.internal.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** How long the driver waits for a server that says nothing at all. */
public final class ReadTimeouts {

    private ReadTimeouts() {}

    /** A little longer than the server lets statements run: it is to give up first, and say so. */
    public static Duration withStatements(Duration statement) {
        return statement.plusSeconds(2);
    }

    /** Waits no longer than this for each answer. */
    public static void limit(Connection connection, Duration silence) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
    }
}
