package io.plexica.authorization.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.concurrent.Callable;

/** Spares callers the checked exception of units of work whose work throws none. */
final class Units {

    private Units() {}

    interface Unit<T> {
        T run(Callable<T> work) throws Exception;
    }

    static <T> T run(Unit<T> unit, Callable<T> work) {
        try {
            return unit.run(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The platform failed to use its database", e);
        }
    }
}
