package io.plexica.data.internal.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs the same SQL first on each connection it opens. */
public final class PreparedDataSource extends FixedDataSource {

    private final DataSource source;
    private final String firstSql;

    /** Connections of a source on which this SQL has run. */
    public PreparedDataSource(DataSource source, String firstSql) {
        this.source = source;
        this.firstSql = firstSql;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source.getConnection();
        boolean prepared = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute(firstSql);
            prepared = true;
            return connection;
        } finally {
            if (!prepared) {
                connection.close();
            }
        }
    }
}
