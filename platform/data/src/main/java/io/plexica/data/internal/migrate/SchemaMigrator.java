package io.plexica.data.internal.migrate;

import io.plexica.data.internal.pool.PreparedDataSource;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.sql.Quoted;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.clazz.NoopClassProvider;

/** Runs the pending migrations of one schema, all in one transaction. Safe for all threads. */
public final class SchemaMigrator {

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
        try {
            return configure(target, files).load().migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw MigrationFailedException.of(e);
        }
    }

    private FluentConfiguration configure(MigrationTarget target, List<MigrationFile> files) {
        return Flyway.configure(SchemaMigrator.class.getClassLoader())
                .dataSource(new PreparedDataSource(target.source(), firstSql(target)))
                .schemas(target.schema())
                .defaultSchema(target.schema())
                .createSchemas(false)
                // The platform's rooms share a schema, so it is rarely empty; their own versions begin at 1.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .table(target.history())
                .resourceProvider(new FileResources(files))
                .javaMigrationClassProvider(NoopClassProvider.INSTANCE)
                .callbacks(new HistoryGuard(target))
                .skipDefaultCallbacks(true)
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .repeatableSqlMigrationPrefix("not-used-")
                .group(true)
                .mixed(false)
                .loggers("slf4j");
    }

    private String firstSql(MigrationTarget target) {
        String limits = "SET lock_timeout = '" + settings.migrationLock().toMillis() + "ms'; SET statement_timeout = '"
                + settings.migration().toMillis() + "ms'";
        return target.owner() == null ? limits : "SET ROLE " + Quoted.name(target.owner()) + "; " + limits;
    }
}
