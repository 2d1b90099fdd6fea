package io.plexica.data.internal.schema;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.migrate.MigrationFailedException;
import io.plexica.data.internal.migrate.MigrationFile;
import io.plexica.data.internal.migrate.MigrationFiles;
import io.plexica.data.internal.migrate.MigrationTarget;
import io.plexica.data.internal.migrate.SchemaMigrator;
import io.plexica.data.internal.pool.Logins;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.data.internal.sql.MigrationCheck;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.SchemaNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes and removes plugins' schemas with the admin's login; runs their migrations with the migrator's. */
public final class AdminPluginSchemas implements PluginSchemas {

    private static final String HISTORY = "flyway_history";
    private static final Pattern FILE_NAME = Pattern.compile("V\\d+(?:[._]\\d+)*__[\\w. -]+\\.sql");

    private final AdminConnections admin;
    private final DataSource migratorLogin;
    private final PluginRoles.Logins logins;
    private final SchemaMigrator migrator;
    private final EntityFacts entities;

    /** Schemas that the pool's login may work in and the migrator's may change. */
    public AdminPluginSchemas(AdminConnections admin, Logins logins, SchemaMigrator migrator, EntityFacts entities) {
        this.admin = admin;
        this.migratorLogin = logins.migrator();
        this.logins = new PluginRoles.Logins(logins.poolUser(), logins.migratorUser());
        this.migrator = migrator;
        this.entities = entities;
    }

    @Override
    public List<String> check(String folder, ClassLoader loader) {
        return check(folder, MigrationFiles.read(folder, loader));
    }

    @Override
    public int migrate(String slug, String pluginId, String folder, ClassLoader loader) {
        List<MigrationFile> files = MigrationFiles.read(folder, loader);
        List<String> problems = check(folder, files);
        if (!problems.isEmpty()) {
            throw new PlexicaException(ErrorCode.PLUGIN_ERROR, String.join("; ", problems)).with("plugin", pluginId);
        }
        String schema = SchemaNames.plugin(slug, pluginId);
        MigrationTarget target = target(slug, schema, loader);
        return admin.locked(schema, () -> {
            boolean isNew = !schemaExists(schema);
            if (!isNew) {
                demandUnchanged(slug, pluginId, files);
            }
            make(slug, pluginId, schema);
            try {
                int ran = run(target, files);
                note(book -> book.strike(schema, part(pluginId)));
                return ran;
            } catch (MigrationFailedException e) {
                if (isNew) {
                    remove(schema);
                } else {
                    note(book -> book.enter(schema, part(pluginId), String.valueOf(e.getMessage())));
                }
                throw failure(pluginId, e);
            }
        });
    }

    /** Makes schema, roles and tables with these migrations alone; no rule holds for their rows yet. */
    void makeAt(String slug, String pluginId, List<MigrationFile> files, ClassLoader loader) {
        String schema = SchemaNames.plugin(slug, pluginId);
        MigrationTarget target = target(slug, schema, loader);
        admin.locked(schema, () -> {
            make(slug, pluginId, schema);
            try {
                return migrator.migrate(target.withoutFinish(), files);
            } catch (MigrationFailedException e) {
                throw failure(pluginId, e);
            }
        });
    }

    /** The name under which a plugin's failures are kept. */
    static String part(String pluginId) {
        return "plugin:" + pluginId;
    }

    private interface Note {
        void in(FailureTable book) throws SQLException;
    }

    private void note(Note note) {
        admin.transaction(connection -> {
            note.in(new FailureTable(connection));
            return true;
        });
    }

    private MigrationTarget target(String slug, String schema, ClassLoader loader) {
        String owner = PluginRoles.owner(schema);
        Map<String, String> settings = entities.defaultOf(slug)
                .map(id -> Map.of("plexica.default_workspace", id.toString()))
                .orElse(Map.of());
        Map<String, Set<String>> columns = entities.columns(loader);
        MigrationTarget.Finish finish = entities.scoped(loader)
                .<MigrationTarget.Finish>map(scoped -> connection -> finish(connection, schema, owner, scoped, columns))
                .orElse(connection -> {});
        return new MigrationTarget(migratorLogin, owner, schema, HISTORY, schema, settings, finish);
    }

    private static void finish(
            Connection connection, String schema, String owner, Set<String> scoped, Map<String, Set<String>> columns)
            throws SQLException {
        demandNone(new WorkspaceRows(connection, schema, owner).apply(scoped));
        demandNone(TablesOfEntities.missing(connection, schema, columns));
    }

    private static void demandNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw MigrationFailedException.unsuitable(String.join("; ", problems));
        }
    }

    private int run(MigrationTarget target, List<MigrationFile> files) {
        int ran = migrator.migrate(target, files);
        if (ran == 0) {
            migrator.finish(target);
        }
        return ran;
    }

    @Override
    public List<String> pending(String slug, String pluginId, String folder, ClassLoader loader) {
        List<String> names = MigrationFiles.read(folder, loader).stream()
                .map(MigrationFile::name)
                .toList();
        return MigrationOrder.pending(
                names, exists(slug, pluginId) ? look(slug, pluginId).scripts(HISTORY) : Set.of());
    }

    @Override
    public Difference compare(String slug, String pluginId, @Nullable String folder, ClassLoader loader) {
        return exists(slug, pluginId)
                ? compare(slug, pluginId, folder == null ? List.of() : MigrationFiles.read(folder, loader))
                : Difference.NONE;
    }

    private Difference compare(String slug, String pluginId, List<MigrationFile> files) {
        return new MigrationHistory(look(slug, pluginId).ran(HISTORY)).against(files);
    }

    /** Flyway would refuse them too, but in words about itself. */
    private void demandUnchanged(String slug, String pluginId, List<MigrationFile> files) {
        List<String> problems = compare(slug, pluginId, files).problems();
        if (!problems.isEmpty()) {
            throw PlexicaException.conflict("migration-changed", String.join("; ", problems))
                    .with("plugin", pluginId);
        }
    }

    @Override
    public List<TableRows> tables(String slug, String pluginId) {
        return exists(slug, pluginId) ? look(slug, pluginId).rows(HISTORY) : List.of();
    }

    /** The owner alone sees all rows, of every workspace, and the history; and only with the migrator's login. */
    private PluginSchemaReader look(String slug, String pluginId) {
        return new PluginSchemaReader(migratorLogin, SchemaNames.plugin(slug, pluginId));
    }

    @Override
    public void create(String slug, String pluginId) {
        String schema = SchemaNames.plugin(slug, pluginId);
        admin.locked(schema, () -> make(slug, pluginId, schema));
    }

    @Override
    public void drop(String slug, String pluginId) {
        String schema = SchemaNames.plugin(slug, pluginId);
        admin.locked(schema, () -> remove(schema));
    }

    @Override
    public boolean exists(String slug, String pluginId) {
        return schemaExists(SchemaNames.plugin(slug, pluginId));
    }

    private boolean schemaExists(String schema) {
        return admin.transaction(connection -> new RoleSql(connection).schemaExists(schema));
    }

    private boolean make(String slug, String pluginId, String schema) {
        return admin.transaction(connection -> PluginRoles.create(connection, slug, pluginId, schema, logins));
    }

    private boolean remove(String schema) {
        note(book -> book.strikeTenant(schema));
        return admin.transaction(connection -> PluginRoles.drop(connection, schema));
    }

    private static List<String> check(String folder, List<MigrationFile> files) {
        if (files.isEmpty()) {
            return List.of(folder + ": holds no migrations (files such as V1__tables.sql)");
        }
        List<String> problems = new ArrayList<>();
        for (MigrationFile file : files) {
            if (!FILE_NAME.matcher(file.name()).matches()) {
                problems.add(file.name() + ": must be named like V1__tables.sql");
            }
            problems.addAll(MigrationCheck.check(file.name(), file.sql()));
        }
        return problems;
    }

    private static PlexicaException failure(String pluginId, MigrationFailedException e) {
        if (e.sqlCause() != null && SqlFailures.isConnectionLoss(e.sqlCause())) {
            return SqlFailures.of(e.sqlCause());
        }
        return new PlexicaException(ErrorCode.PLUGIN_ERROR, "The plugin's migrations failed: " + e.getMessage(), e)
                .with("plugin", pluginId);
    }
}
