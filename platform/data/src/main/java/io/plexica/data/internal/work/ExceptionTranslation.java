package io.plexica.data.internal.work;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.spi.data.DatabaseException;
import java.sql.SQLException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception becomes where it leaves the unit of work. Business exceptions pass untouched, and so do JPA's but for
 * those that say something of the data that a caller can act on.
 */
final class ExceptionTranslation {

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";

    private ExceptionTranslation() {}

    static RuntimeException translate(RuntimeException e) {
        if (e instanceof PlexicaException) {
            return e;
        }
        if (e instanceof PersistenceException && e.getCause() instanceof PlexicaException coded) {
            return coded;
        }
        if (isOptimisticLock(e)) {
            return new PlexicaException(
                    ErrorCode.CONFLICT, "state-moved: the object was changed meanwhile; read it again", e);
        }
        SQLException sql = SqlFailures.find(e);
        if (sql == null) {
            return e;
        }
        PlexicaException coded = SqlFailures.of(sql);
        if (coded.code() == ErrorCode.UNAVAILABLE) {
            return coded;
        }
        PlexicaException constraint = e instanceof PersistenceException ? constraint(sql) : null;
        return constraint == null ? e : constraint;
    }

    /** A deferred constraint speaks up at the commit only. */
    static PlexicaException ofCommit(SQLException e) {
        PlexicaException constraint = constraint(e);
        return constraint == null ? SqlFailures.of(e) : constraint;
    }

    private static @Nullable PlexicaException constraint(SQLException sql) {
        return switch (SqlFailures.state(sql)) {
            case UNIQUE ->
                new DatabaseException(
                        ErrorCode.CONFLICT, "duplicate: something with the same unique value exists already", sql);
            case FOREIGN_KEY ->
                new DatabaseException(
                        ErrorCode.CONFLICT,
                        "referenced: what this refers to does not exist, or something else still refers to it",
                        sql);
            default -> null;
        };
    }

    private static boolean isOptimisticLock(Throwable e) {
        return e instanceof OptimisticLockException
                || (e instanceof PersistenceException && e.getCause() instanceof OptimisticLockException);
    }
}
