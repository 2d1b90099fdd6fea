package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import java.time.Duration;

/** Work of a plugin that is kept as a whole, and in time, or not at all. */
@FunctionalInterface
public interface WholeWork {

    /** Does it. */
    void run() throws Exception;

    /**
     * Has it done in a unit of work of its own. It is counted from within: what does not heed its time keeps its version from
     * being taken away.
     *
     * @param name what it is called when it is late
     * @param atEnd is done last in the unit of work
     * @return false when nobody gets in to the version any more
     */
    static boolean run(
            Database database, RunningPlugin plugin, String name, Duration limit, WholeWork work, Runnable atEnd)
            throws Exception {
        long begun = System.nanoTime();
        return BoundedExecution.run(name, plugin.hosted().loader(), limit, () -> {
            if (!plugin.gate().enter()) {
                return false;
            }
            try {
                return database.newUnitOfWork(() -> {
                    work.run();
                    // One that was interrupted, and came back as if nothing were, commits nothing.
                    if (System.nanoTime() - begun >= limit.toNanos()) {
                        throw new PlexicaException(ErrorCode.PLUGIN_TIMEOUT, name + " came back too late");
                    }
                    atEnd.run();
                    return true;
                });
            } finally {
                plugin.gate().leave();
            }
        });
    }
}
