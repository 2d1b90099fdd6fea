package io.plexica.data.internal.migrate;

import io.plexica.data.internal.pool.SqlFailures;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Migrations could not run; the message names the file and says what the database said. Nothing of them was kept. */
public final class MigrationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MigrationFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The migrations made tables that will not do. */
    public static MigrationFailedException unsuitable(String message) {
        return new MigrationFailedException(message, null);
    }

    static MigrationFailedException of(SQLException e) {
        return new MigrationFailedException(String.valueOf(e.getMessage()), e);
    }

    /** The exception of the driver that lies behind this; null when the files themselves are at fault. */
    public @Nullable SQLException sqlCause() {
        Throwable cause = getCause();
        return cause == null ? null : SqlFailures.find(cause);
    }

    static MigrationFailedException of(FlywayException e) {
        return new MigrationFailedException(where(e) + reason(e), e);
    }

    /** The migrations were stopped since their time was over. */
    static MigrationFailedException late(FlywayException e, String sentence) {
        SQLException sql = SqlFailures.find(e);
        boolean stopped = sql == null || SqlFailures.isTimeout(sql);
        return stopped ? new MigrationFailedException(where(e) + sentence, e) : of(e);
    }

    private static String where(FlywayException e) {
        String where = "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywaySqlScriptException script && script.getResource() != null) {
                where = script.getResource().getFilename() + ", line " + script.getLineNumber() + ": ";
            } else if (cause instanceof FlywayMigrateException migrate && where.isEmpty()) {
                where = migrate.getMigration().getScript() + ": ";
            }
        }
        return where;
    }

    private static String reason(FlywayException e) {
        if (e instanceof FlywayValidateException) {
            return changed(String.valueOf(e.getMessage()));
        }
        SQLException sql = SqlFailures.find(e);
        if (sql instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            return String.valueOf(postgres.getServerErrorMessage().getMessage());
        }
        if (sql != null) {
            return String.valueOf(sql.getMessage());
        }
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage())
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }

    /** Flyway's findings without its advice, which is about tools that are not there. */
    private static String changed(String said) {
        String findings = said.lines()
                .map(String::strip)
                .filter(line ->
                        line.startsWith("Detected") || line.startsWith("Migration ") && line.contains("mismatch"))
                .collect(Collectors.joining("; "));
        return (findings.isEmpty() ? said : findings)
                + ". Migrations that have run must come again as they were: start a version that brings these, or restore"
                + " a backup from before them";
    }
}
