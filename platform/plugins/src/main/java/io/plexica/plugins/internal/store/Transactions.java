package io.plexica.plugins.internal.store;

import io.plexica.spi.data.Database;
import java.util.concurrent.Callable;

/** Units of work whose work throws nothing checked. */
public final class Transactions {

    private Transactions() {}

    /** Runs work in a transaction of its own, also within a request: steps of long work commit one by one. */
    public static <T> T alone(Database database, Callable<T> work) {
        try {
            return database.newUnitOfWork(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same without a result. */
    public static void alone(Database database, Runnable work) {
        alone(database, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
