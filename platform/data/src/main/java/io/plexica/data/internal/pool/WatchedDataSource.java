package io.plexica.data.internal.pool;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells the watch at once when a connection cannot be opened, while the pool goes on trying. */
final class WatchedDataSource extends FixedDataSource {

    private final DataSource source;
    private final ServerWatch watch;

    WatchedDataSource(DataSource source, ServerWatch watch) {
        this.source = source;
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            watch.cannotConnect(e);
            throw e;
        }
    }
}
