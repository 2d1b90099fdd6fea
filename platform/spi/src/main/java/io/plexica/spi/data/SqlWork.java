package io.plexica.spi.data;

import java.sql.Connection;
import java.sql.SQLException;

/** Work with plain SQL. The connection belongs to the caller of the work: never commit, roll back, close or keep it. */
@FunctionalInterface
public interface SqlWork<T> {

    /** Does the work. */
    T with(Connection connection) throws SQLException;
}
