package io.plexica.data.internal.migrate;

import io.plexica.data.internal.sql.SqlQuoting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Takes the history away from the role that works with the tables, gives each statement what is left of the time for all, makes
 * sure that a migration ends as whom it began (one that got round the check of its text is rolled back), and finishes the last
 * one within its transaction.
 */
final class HistoryGuard implements Callback {

    private final MigrationTarget target;
    private final MigrationVersion last;
    private final MigrationDeadline time;

    HistoryGuard(MigrationTarget target, MigrationVersion last, MigrationDeadline time) {
        this.target = target;
        this.last = last;
        this.time = time;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE
                || event == Event.BEFORE_EACH_MIGRATE_STATEMENT
                || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            if (event == Event.BEFORE_MIGRATE) {
                statement.execute("REVOKE ALL ON " + SqlQuoting.name(target.schema()) + "."
                        + SqlQuoting.name(target.history()) + " FROM " + SqlQuoting.name(target.user()));
            } else if (event == Event.BEFORE_EACH_MIGRATE_STATEMENT) {
                time.give(statement, context.getStatement().getSql());
            } else {
                demandOwner(statement);
                if (last.equals(context.getMigrationInfo().getVersion())) {
                    time.give(statement, "");
                    target.finish().with(context.getConnection());
                }
            }
        } catch (SQLException e) {
            throw new FlywayException("Cannot guard and finish migrations: " + e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return "history-guard";
    }

    private void demandOwner(Statement statement) throws SQLException {
        if (target.owner() == null) {
            return;
        }
        try (ResultSet rows = statement.executeQuery("SELECT current_user")) {
            rows.next();
            if (!rows.getString(1).equals(target.owner())) {
                throw new FlywayException("The migration changed the role to " + rows.getString(1));
            }
        }
    }
}
