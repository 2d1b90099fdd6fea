package io.plexica.tenancy.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import java.util.concurrent.Callable;

/**
 * Work on {@code core} in transactions of its own: what is recorded about a tenant stands, whatever becomes of the call that
 * asked for it.
 */
final class Transactions {

    private final Database database;

    Transactions(Database database) {
        this.database = database;
    }

    /** Commits when the work returns; several statements and services can take part. */
    <T> T in(Callable<T> work) {
        try {
            return database.newUnitOfWork(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The platform failed to use its database", e);
        }
    }

    /** One piece of SQL, committed. */
    <T> T core(SqlWork<T> work) {
        return in(() -> database.core(work));
    }

    /** One piece of SQL in the transaction that is open. */
    <T> T joined(SqlWork<T> work) {
        return database.core(work);
    }
}
