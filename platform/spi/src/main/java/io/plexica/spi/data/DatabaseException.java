package io.plexica.spi.data;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.sql.SQLException;

/** What went wrong in the database, as a coded failure that still knows the SQL state. */
public final class DatabaseException extends PlexicaException {

    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String TIMED_OUT = "57014";

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
     * Whether the database was not fit for work, or others were at work on the same rows, so that whoever was at work is not to
     * blame: unlike for a statement that took longer than it may, which would take as long another time.
     */
    public boolean isOfDatabase() {
        return code() == ErrorCode.UNAVAILABLE && !sqlState.equals(TIMED_OUT);
    }

    /** The five characters of SQLSTATE; empty when unknown. */
    public String sqlState() {
        return sqlState;
    }
}
