package io.plexica.data.internal.work;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.spi.data.DatabaseException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception becomes where it leaves the unit of work. Business exceptions pass untouched, and so do the driver's and
 * JPA's but for those that say something that a caller can act on: for those, {@code SqlFailures} and this are the only place
 * that knows what a state of SQL means. It speaks for this database alone: what a plugin's driver throws that works on another
 * one is the plugin's own failure. Safe for all threads.
 */
final class ExceptionTranslation {

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";
    private static final String TEXT = "22021";

    private static final int MAX_DEPTH = 20;

    /** What the connections of units of work threw, as long as somebody still holds it. */
    private final Set<Throwable> ours = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** A connection of a unit of work threw this. */
    void thrown(SQLException e) {
        e.forEach(ours::add);
    }

    Exception translate(Exception e) {
        PlexicaException leaving = leaving(e);
        return leaving == null ? e : leaving;
    }

    /** What this becomes where it leaves a unit of work; null for what stays as it is. */
    @Nullable
    PlexicaException leaving(Throwable failure) {
        if (failure instanceof PlexicaException) {
            return null;
        }
        boolean business = !(failure instanceof PersistenceException || failure instanceof SQLException);
        PlexicaException meaning = meaning(failure);
        return meaning == null || (business && meaning.code() != ErrorCode.UNAVAILABLE) ? null : meaning;
    }

    /** What a failure says of the database to a caller who can act on it; null for nothing. */
    @Nullable
    PlexicaException meaning(Throwable failure) {
        if (failure instanceof PersistenceException && failure.getCause() instanceof PlexicaException coded) {
            return coded;
        }
        if (isOptimisticLock(failure)) {
            return new PlexicaException(
                    ErrorCode.CONFLICT, "state-moved: the object was changed meanwhile; read it again", failure);
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof PlexicaException coded) {
                if (coded.code() == ErrorCode.UNAVAILABLE) {
                    return coded;
                }
                // Otherwise somebody has made up his mind about what lies beneath.
                return coded instanceof DatabaseException known ? refusal(known.sqlCause()) : null;
            }
            if (cause instanceof SQLException sql && ours.contains(sql)) {
                PlexicaException coded = SqlFailures.of(sql);
                return coded.code() == ErrorCode.UNAVAILABLE ? coded : refusal(sql);
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** A deferred constraint speaks up at the commit only. */
    static PlexicaException ofCommit(SQLException e) {
        PlexicaException refusal = refusal(e);
        return refusal == null ? SqlFailures.of(e) : refusal;
    }

    private static @Nullable PlexicaException refusal(SQLException sql) {
        return switch (SqlFailures.state(sql)) {
            case UNIQUE ->
                new DatabaseException(
                        ErrorCode.CONFLICT, "duplicate: something with the same unique value exists already", sql);
            case FOREIGN_KEY ->
                new DatabaseException(
                        ErrorCode.CONFLICT,
                        "referenced: what this refers to does not exist, or something else still refers to it",
                        sql);
            case TEXT ->
                new DatabaseException(
                        ErrorCode.VALIDATION_FAILED, "A text contains a character that cannot be stored", sql);
            default -> null;
        };
    }

    private static boolean isOptimisticLock(Throwable e) {
        return e instanceof OptimisticLockException
                || (e instanceof PersistenceException && e.getCause() instanceof OptimisticLockException);
    }
}
