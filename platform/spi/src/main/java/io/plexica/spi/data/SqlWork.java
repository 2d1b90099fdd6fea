package io.plexica.spi.data;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;

/** Work with plain SQL. The connection belongs to the caller of the work: never commit, roll back, close or keep it. */
@ConsumerType
@FunctionalInterface
public interface SqlWork<T> {

    /** Does the work. */
    T with(Connection connection) throws SQLException;
}
