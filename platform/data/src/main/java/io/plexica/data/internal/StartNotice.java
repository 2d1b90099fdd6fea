package io.plexica.data.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.migrate.MigrationFailedException;
import io.plexica.data.internal.pool.SqlFailures;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells whoever started the process what keeps it from being ready and will not pass by itself, in the words of a
 * platform that must not run. The room goes on trying all the same, for somebody may mend the database beside it.
 */
final class StartNotice {

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Consumer<String> starter;

    StartNotice(Consumer<String> starter) {
        this.starter = starter;
    }

    /** Something failed; nothing is said of what may pass, nor of the same twice. */
    void failed(Exception failure, String problem) {
        if (stays(failure) && told.add(problem)) {
            starter.accept("Plexica does not start: " + problem.replaceAll("\\s*\\R\\s*", " "));
        }
    }

    private static boolean stays(Exception failure) {
        SQLException sql = SqlFailures.find(failure);
        if (sql != null) {
            return SqlFailures.of(sql).code() == ErrorCode.INTERNAL_ERROR;
        }
        return failure instanceof MigrationFailedException
                || failure instanceof PlexicaException coded && coded.code() == ErrorCode.INTERNAL_ERROR;
    }
}
