package io.plexica.data.internal.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where migrations run.
 *
 * @param source opens connections with the login that runs them
 * @param owner the role that the login takes first; null for the login itself
 * @param schema the schema
 * @param history the table that keeps what has run
 * @param user the role that works with the tables, and must not touch the history
 * @param settings what the migrations may ask with {@code current_setting}
 * @param finish what follows the last migration in the same transaction
 */
public record MigrationTarget(
        DataSource source,
        @Nullable String owner,
        String schema,
        String history,
        String user,
        Map<String, String> settings,
        Finish finish) {

    public MigrationTarget {
        settings = Map.copyOf(settings);
    }

    /** A target where the migrations are all there is. */
    public MigrationTarget(DataSource source, @Nullable String owner, String schema, String history, String user) {
        this(source, owner, schema, history, user, Map.of(), connection -> {});
    }

    /** The same where the migrations are all there is. */
    public MigrationTarget withoutFinish() {
        return new MigrationTarget(source, owner, schema, history, user, settings, connection -> {});
    }

    /** What follows the last migration. */
    @FunctionalInterface
    public interface Finish {

        /**
         * Does it, as the role that the migrations ran as.
         *
         * @throws MigrationFailedException when the tables are not what they must be; nothing is kept then
         */
        void with(Connection connection) throws SQLException;
    }
}
