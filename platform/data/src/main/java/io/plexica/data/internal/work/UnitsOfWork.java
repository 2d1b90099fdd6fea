package io.plexica.data.internal.work;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.pool.Connections;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Opens units of work and knows the calling thread's. Safe for all threads. */
public final class UnitsOfWork {

    private final ThreadLocal<UnitOfWork> current = new ThreadLocal<>();
    private final ExceptionTranslation translation = new ExceptionTranslation();
    private final Connections connections;

    /** Units of work on these connections. */
    public UnitsOfWork(Connections connections) {
        this.connections = connections;
    }

    /** The calling thread's, or null outside any. */
    public @Nullable UnitOfWork find() {
        return current.get();
    }

    /**
     * The calling thread's.
     *
     * @throws PlexicaException {@code internal-error} outside any
     */
    public UnitOfWork require() {
        UnitOfWork unit = current.get();
        if (unit == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "No unit of work is open on this thread: use Data.read or Data.write around the work");
        }
        return unit;
    }

    /** What exceptions become that leave one of these. */
    ExceptionTranslation translation() {
        return translation;
    }

    /** Runs work in the current unit of work, or in one opened for it. */
    public <T> T join(boolean readOnly, Callable<T> work) throws Exception {
        return current.get() == null ? open(readOnly, work) : work.call();
    }

    /** Runs work in a unit of work of its own. */
    public <T> T open(boolean readOnly, Callable<T> work) throws Exception {
        UnitOfWork outer = current.get();
        UnitOfWork unit = new UnitOfWork(connections, translation, readOnly, outer);
        current.set(unit);
        T result;
        boolean kept = false;
        try (unit) {
            result = work.call();
            unit.commit();
            kept = true;
        } catch (Exception e) {
            throw translation.translate(e);
        } finally {
            restore(outer);
            if (!kept) {
                unit.aftermath().rolledBack();
            }
        }
        unit.aftermath().committed();
        return result;
    }

    /** Runs something when the current unit of work has committed; at once where none is open. */
    public void afterCommit(Runnable action) {
        UnitOfWork unit = current.get();
        if (unit == null) {
            Aftermath.runSafely(action);
        } else {
            unit.aftermath().afterCommit(action);
        }
    }

    /** Runs something when the current unit of work was rolled back; never where none is open. */
    public void afterRollback(Runnable action) {
        UnitOfWork unit = current.get();
        if (unit != null) {
            unit.aftermath().afterRollback(action);
        }
    }

    private void restore(@Nullable UnitOfWork outer) {
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }
}
