package io.plexica.data.internal.pool;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.DatabaseException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What failures of the database mean to the caller. Pure. */
public final class SqlFailures {

    private static final String READ_ONLY = "25006";
    private static final String ABORTED = "25P02";
    private static final String NO_DATABASE = "3D000";
    private static final String TIMED_OUT = "57014";
    private static final Set<String> RIVALRY = Set.of("40001", "40P01", "55P03");
    private static final Set<String> SHUTTING_DOWN = Set.of("57P01", "57P02", "57P03", "57P05");

    /** No such role to work as, which SET takes for a wrong value; no such schema, table or type. */
    private static final Set<String> ABSENT = Set.of("22023", "3F000", "42P01", "42704");

    /** What PostgreSQL says of errors of the system that it has no state for, and of a file system that can only be read. */
    private static final Set<String> UNNAMED = Set.of("XX000", "42501");

    /** The sources of PostgreSQL that write its files. */
    private static final Set<String> WRITERS = Set.of("md.c", "fd.c", "xlog.c", "slru.c", "buffile.c");

    private static final String ONLY_READS = "This unit of work only reads: use Data.write around all of it";

    private SqlFailures() {}

    /** The failure of what would write where nothing may be written. */
    public static PlexicaException onlyReads() {
        return new PlexicaException(ErrorCode.INTERNAL_ERROR, ONLY_READS);
    }

    /** The coded failure for an exception of the driver. */
    public static PlexicaException of(SQLException e) {
        String state = state(e);
        if (isConnectionLoss(e)) {
            return unavailable("The database cannot be reached at the moment; try again shortly", e);
        }
        if (state.equals(TIMED_OUT)) {
            return unavailable("The database took longer than allowed and was stopped; try again shortly", e);
        }
        if (RIVALRY.contains(state)) {
            return unavailable("Others were changing the same data; try again", e);
        }
        if (state.startsWith("53") || state.startsWith("58") || isOfFiles(e)) {
            return unavailable("The database has no resources left at the moment; try again shortly", e);
        }
        if (state.startsWith("28") || state.equals(NO_DATABASE)) {
            return internal("The database refused a login: " + e.getMessage(), e);
        }
        return internal(
                switch (state) {
                    case READ_ONLY -> ONLY_READS;
                    case ABORTED -> "An earlier statement of this unit of work failed, so nothing of it was kept";
                    default -> "The database refused a statement; the log has the reason";
                },
                e);
    }

    /** The same in the schema of a tenant that is being made or removed, so that something of it may not be there. */
    public static PlexicaException ofUnfinished(SQLException e) {
        return ABSENT.contains(state(e))
                ? unavailable("This tenant is being made or removed at the moment; try again shortly", e)
                : of(e);
    }

    /** Whether the connection, not the statement, is what failed. */
    public static boolean isConnectionLoss(SQLException e) {
        String state = state(e);
        return state.startsWith("08")
                || SHUTTING_DOWN.contains(state)
                || isPanic(e)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException;
    }

    /** Whether the server ends, whatever state it gives as the reason, such as a log that it cannot write: its disk is full. */
    private static boolean isPanic(SQLException e) {
        ServerErrorMessage said = said(e);
        return said != null && "PANIC".equals(said.getSeverity());
    }

    /** Whether the server cannot write its files, by a quota for instance: only a full disk has a state of its own. */
    private static boolean isOfFiles(SQLException e) {
        ServerErrorMessage said = said(e);
        return said != null && UNNAMED.contains(state(e)) && WRITERS.contains(said.getFile());
    }

    /** What the server said, which for one statement of many stands in the cause. */
    private static @Nullable ServerErrorMessage said(SQLException e) {
        Throwable of = e instanceof BatchUpdateException ? e.getCause() : e;
        return of instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    /** Whether the server stopped a statement that took longer than allowed. */
    public static boolean isTimeout(SQLException e) {
        return state(e).equals(TIMED_OUT);
    }

    /** Whether the server refused a statement, after which it refuses all others of the transaction. */
    public static boolean comesFromServer(SQLException e) {
        return said(e) != null;
    }

    /** The first exception of the driver among the causes. */
    public static @Nullable SQLException find(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** The state, or an empty text. */
    public static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static DatabaseException unavailable(String detail, SQLException cause) {
        return new DatabaseException(ErrorCode.UNAVAILABLE, detail, cause);
    }

    private static DatabaseException internal(String detail, SQLException cause) {
        return new DatabaseException(ErrorCode.INTERNAL_ERROR, detail, cause);
    }
}
