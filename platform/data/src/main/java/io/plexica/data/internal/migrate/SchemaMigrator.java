package io.plexica.data.internal.migrate;

import io.plexica.data.internal.pool.PreparedDataSource;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.sql.SqlQuoting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.clazz.NoopClassProvider;

/** Runs the pending migrations of one schema, all in one transaction and within one limit of time. Safe for all threads. */
public final class SchemaMigrator {

    /** As Flyway makes it. */
    private static final String HISTORY_COLUMNS = """
             (
                installed_rank integer NOT NULL CONSTRAINT "%s_pk" PRIMARY KEY,
                version varchar(50),
                description varchar(200) NOT NULL,
                type varchar(20) NOT NULL,
                script varchar(1000) NOT NULL,
                checksum integer,
                installed_by varchar(100) NOT NULL,
                installed_on timestamp NOT NULL DEFAULT now(),
                execution_time integer NOT NULL,
                success boolean NOT NULL)""";

    private final DataSettings settings;

    /** A migrator that waits and works no longer than the settings allow. */
    public SchemaMigrator(DataSettings settings) {
        this.settings = settings;
    }

    /**
     * Brings a schema up to date.
     *
     * @return how many migrations ran
     * @throws MigrationFailedException with the file and what the database said; nothing has changed then
     */
    public int migrate(MigrationTarget target, List<MigrationFile> files) {
        if (files.isEmpty()) {
            return 0;
        }
        MigrationDeadline time = new MigrationDeadline(settings.migration());
        try {
            makeHistory(target);
            return configure(target, files, time).load().migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw time.isOver() ? MigrationFailedException.late(e, time.sentence()) : MigrationFailedException.of(e);
        } catch (SQLException e) {
            throw MigrationFailedException.of(e);
        }
    }

    /**
     * Flyway would make it, but first ask whether the schema is empty, which takes the longer the more schemas there are.
     */
    private void makeHistory(MigrationTarget target) throws SQLException {
        String table = SqlQuoting.name(target.schema()) + "." + SqlQuoting.name(target.history());
        try (Connection connection = source(target).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + table + HISTORY_COLUMNS.formatted(target.history())
                    + "; CREATE INDEX IF NOT EXISTS " + SqlQuoting.name(target.history() + "_s_idx") + " ON " + table
                    + " (success)");
        }
    }

    /**
     * Does what follows the last migration where none was pending.
     *
     * @throws MigrationFailedException when it cannot be done; nothing has changed then
     */
    public void finish(MigrationTarget target) {
        try (Connection connection = source(target).getConnection()) {
            connection.setAutoCommit(false);
            // Closing without a commit rolls back.
            target.finish().with(connection);
            connection.commit();
        } catch (SQLException e) {
            throw MigrationFailedException.of(e);
        }
    }

    private FluentConfiguration configure(MigrationTarget target, List<MigrationFile> files, MigrationDeadline time) {
        return Flyway.configure(SchemaMigrator.class.getClassLoader())
                .dataSource(source(target))
                .schemas(target.schema())
                .defaultSchema(target.schema())
                .createSchemas(false)
                // The platform's rooms share a schema, so it is rarely empty; their own versions begin at 1.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .table(target.history())
                .resourceProvider(new FileResources(files))
                .javaMigrationClassProvider(NoopClassProvider.INSTANCE)
                .callbacks(new HistoryGuard(target, last(files), time))
                .skipDefaultCallbacks(true)
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .repeatableSqlMigrationPrefix("not-used-")
                .group(true)
                .mixed(false)
                .loggers("slf4j");
    }

    private static MigrationVersion last(List<MigrationFile> files) {
        return files.stream()
                .map(file -> file.name().replaceFirst("^V", "").replaceFirst("__.*$", ""))
                .map(MigrationVersion::fromVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    private DataSource source(MigrationTarget target) {
        return new PreparedDataSource(target.source(), firstSql(target));
    }

    private String firstSql(MigrationTarget target) {
        StringBuilder sql = new StringBuilder(
                "SET lock_timeout = '" + settings.migrationLock().toMillis() + "ms'; SET statement_timeout = '"
                        + settings.migration().toMillis() + "ms'");
        target.settings()
                .forEach((name, value) ->
                        sql.append("; SET ").append(name).append(" = ").append(SqlQuoting.text(value)));
        return target.owner() == null ? sql.toString() : "SET ROLE " + SqlQuoting.name(target.owner()) + "; " + sql;
    }
}
