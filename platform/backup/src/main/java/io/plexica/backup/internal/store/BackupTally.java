package io.plexica.backup.internal.store;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/** How many backups this node has made since it was started, and how they ended. Safe for all threads. */
final class BackupTally {

    private final LongAdder whole = new LongAdder();
    private final LongAdder lacking = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** The making of a backup. */
    interface Making {
        Backup make() throws IOException;
    }

    /** Counts one that is to be made; not one that is refused since another is being made. */
    Backup counting(Making making) throws IOException {
        boolean counts = true;
        LongAdder end = failed;
        try {
            Backup backup = making.make();
            end = backup.failures().isEmpty() ? whole : lacking;
            return backup;
        } catch (PlexicaException e) {
            counts = e.code() != ErrorCode.CONFLICT;
            throw e;
        } finally {
            if (counts) {
                end.increment();
            }
        }
    }

    /** Those that hold all that they should. */
    long whole() {
        return whole.sum();
    }

    /** Those that lack something. */
    long lacking() {
        return lacking.sum();
    }

    /** Those that came to nothing. */
    long failed() {
        return failed.sum();
    }
}
