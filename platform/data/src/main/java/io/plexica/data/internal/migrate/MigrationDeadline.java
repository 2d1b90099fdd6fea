package io.plexica.data.internal.migrate;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;

/**
 * How long the migrations of one schema may go on, all of them together: what is left is the time that PostgreSQL gives to the
 * next statement. For one thread.
 */
final class MigrationDeadline {

    private static final String SETTING = "statement_timeout";

    /** It is told anew when so small a part of the whole has gone by since. */
    private static final int PARTS = 100;

    private final Duration limit;
    private final long begun = System.nanoTime();
    private long told;
    private boolean doubtful;

    MigrationDeadline(Duration limit) {
        this.limit = limit;
        // The connection begins with the whole of it.
        this.told = limit.toMillis();
    }

    /** Whether nothing is left. */
    boolean isOver() {
        return millis() <= 0;
    }

    /**
     * Gives a statement no more than what is left.
     *
     * @param sql what is about to run, which may change the setting for those after it
     * @throws FlywayException when nothing is left
     */
    void give(Statement connection, String sql) throws SQLException {
        long left = millis();
        if (left <= 0) {
            throw new FlywayException(sentence());
        }
        if (doubtful || told - left >= limit.toMillis() / PARTS) {
            connection.execute("SET " + SETTING + " = '" + left + "ms'");
            told = left;
        }
        doubtful = sql.toLowerCase(Locale.ROOT).contains(SETTING);
    }

    /** Why migrations that took too long failed. */
    String sentence() {
        return "the migrations did not end within " + limit.toSeconds()
                + " s together (PLEXICA_DB_MIGRATION_TIMEOUT); nothing of them was kept";
    }

    private long millis() {
        return limit.minusNanos(System.nanoTime() - begun).toMillis();
    }
}
