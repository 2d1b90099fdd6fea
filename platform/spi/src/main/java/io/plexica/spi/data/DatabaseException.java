package io.plexica.spi.data;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.sql.SQLException;
import java.util.Objects;

/** What went wrong in the database, as a coded failure that still knows the SQL state. */
public final class DatabaseException extends PlexicaException {

    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String TIMED_OUT = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String ROLLED_BACK = "40";

    private final String sqlState;

    /** A failure with what the caller may read; the exception of the driver goes to the log. */
    public DatabaseException(ErrorCode code, String detail, SQLException cause) {
        super(code, detail, cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Whether a row with this key existed already. */
    public boolean isUniqueViolation() {
        return sqlState.equals(UNIQUE_VIOLATION);
    }

    /**
     * Whether the database was not fit for work, so that whoever was at work may try for as long as that lasts: unlike for a
     * statement that took longer than it may, and for rows that others were at work on, which may be so each time.
     */
    public boolean isOfDatabase() {
        return code() == ErrorCode.UNAVAILABLE
                && !sqlState.equals(TIMED_OUT)
                && !sqlState.equals(LOCK_NOT_AVAILABLE)
                && !sqlState.startsWith(ROLLED_BACK);
    }

    /** What the driver threw. */
    public SQLException sqlCause() {
        return (SQLException) Objects.requireNonNull(getCause());
    }

    /** The detail and what the database said, which may tell of data: for the tenant's administrators, not for every caller. */
    public String explained() {
        return detail() + ": " + sqlCause().getMessage();
    }

    /** The five characters of SQLSTATE; empty when unknown. */
    public String sqlState() {
        return sqlState;
    }
}
