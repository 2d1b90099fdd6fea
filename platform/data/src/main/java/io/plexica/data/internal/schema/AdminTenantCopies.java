package io.plexica.data.internal.schema;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.copy.SchemaFiller;
import io.plexica.data.internal.copy.Snapshot;
import io.plexica.data.internal.migrate.MigrationFile;
import io.plexica.data.internal.migrate.MigrationFiles;
import io.plexica.data.internal.pool.Logins;
import io.plexica.data.internal.pool.PreparedDataSource;
import io.plexica.data.internal.pool.ReadTimeouts;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.data.internal.schema.MigrationHistory.Ran;
import io.plexica.data.internal.sql.SqlQuoting;
import io.plexica.spi.data.PluginSchemas.Difference;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.SchemaContent.Migration;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.data.TenantCopies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Copies with the admin's login what is the platform's, with the migrator's what is a plugin's; and fills as the tenant's role and
 * as the plugin's owner.
 */
public final class AdminTenantCopies implements TenantCopies {

    private final AdminConnections admin;
    private final Logins logins;
    private final Rooms rooms;
    private final AdminPluginSchemas plugins;

    /** Copies what these rooms and plugins keep. */
    public AdminTenantCopies(AdminConnections admin, Logins logins, Rooms rooms, AdminPluginSchemas plugins) {
        this.admin = admin;
        this.logins = logins;
        this.rooms = rooms;
        this.plugins = plugins;
    }

    @Override
    public <T> T look(String slug, Look<T> look) throws IOException {
        if (!admin.transaction(connection -> new RoleSql(connection).schemaExists(SchemaNames.tenant(slug)))) {
            throw PlexicaException.notFound("There is no tenant " + slug);
        }
        try (Connection connection = new PreparedDataSource(logins.admin(), Snapshot.PATIENT).getConnection()) {
            Snapshot.begin(connection);
            return look.at(new Snapshot(
                    connection,
                    logins.migrator(),
                    slug,
                    reading -> pluginsWithSchema(reading, slug),
                    rooms.tablesLeftBehind()));
        } catch (SQLException e) {
            throw SqlFailures.ofUnfinished(e);
        }
    }

    @Override
    public List<String> problems(SchemaContent content) {
        Map<String, List<MigrationFile>> files = rooms.tenantFiles();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, List<Migration>> history : new TreeMap<>(content.histories()).entrySet()) {
            List<MigrationFile> own = files.get(history.getKey());
            if (own == null) {
                problems.add("this platform has no room " + history.getKey());
            } else {
                problems(history.getValue(), own).forEach(problem -> problems.add(history.getKey() + ": " + problem));
            }
        }
        return problems;
    }

    @Override
    public List<String> problems(SchemaContent content, @Nullable String folder, ClassLoader loader) {
        List<String> problems = new ArrayList<>();
        if (!Set.of(SchemaContent.PLUGIN).containsAll(content.histories().keySet())) {
            problems.add("a plugin has one history of migrations");
        }
        problems.addAll(problems(history(content), files(folder, loader)));
        return problems;
    }

    @Override
    public void fill(String slug, SchemaContent content, TableSource rows) throws IOException {
        String schema = SchemaNames.tenant(slug);
        demandNone(problems(content));
        waiting(() -> admin.locked(Rooms.lock(slug), () -> {
            rooms.makeAnew(slug, scripts(content));
            Predicate<String> wanted = table ->
                    !table.startsWith("flyway_") && !rooms.tablesLeftBehind().contains(table);
            transaction(
                    logins.poolDirect(),
                    schema,
                    connection -> new SchemaFiller(connection, schema, wanted).fill(content, rows, false));
            admin.transaction(connection -> {
                new SchemaFiller(connection, schema, wanted).advance(content.sequences());
                return true;
            });
            rooms.migrate(slug);
            return true;
        }));
    }

    @Override
    public void fill(
            String slug,
            String pluginId,
            @Nullable String folder,
            ClassLoader loader,
            SchemaContent content,
            TableSource rows)
            throws IOException {
        demandNone(problems(content, folder, loader));
        String schema = SchemaNames.plugin(slug, pluginId);
        Set<String> ran = history(content).stream().map(Migration::script).collect(Collectors.toSet());
        plugins.makeAt(
                slug,
                pluginId,
                files(folder, loader).stream()
                        .filter(file -> ran.contains(file.name()))
                        .toList(),
                loader);
        waiting(() -> transaction(logins.migrator(), PluginRoles.owner(schema), connection -> {
            SchemaFiller filler = new SchemaFiller(connection, schema, table -> !table.equals("flyway_history"));
            filler.fill(content, rows, true);
            filler.advance(content.sequences());
        }));
        if (folder != null) {
            plugins.migrate(slug, pluginId, folder, loader);
        }
    }

    private static List<String> pluginsWithSchema(Connection connection, String slug) throws SQLException {
        RoleSql sql = new RoleSql(connection);
        List<String> found = new ArrayList<>();
        for (String plugin : new TreeSet<>(new RoleTable(connection).plugins(slug))) {
            if (sql.schemaExists(SchemaNames.plugin(slug, plugin))) {
                found.add(plugin);
            }
        }
        return found;
    }

    private static List<Migration> history(SchemaContent content) {
        return Optional.ofNullable(content.histories().get(SchemaContent.PLUGIN))
                .orElse(List.of());
    }

    private static Map<String, Set<String>> scripts(SchemaContent content) {
        Map<String, Set<String>> scripts = new TreeMap<>();
        content.histories()
                .forEach((room, ran) ->
                        scripts.put(room, ran.stream().map(Migration::script).collect(Collectors.toSet())));
        return scripts;
    }

    private static List<MigrationFile> files(@Nullable String folder, ClassLoader loader) {
        return folder == null ? List.of() : MigrationFiles.read(folder, loader);
    }

    private static List<String> problems(List<Migration> ran, List<MigrationFile> files) {
        Difference difference;
        try {
            difference = new MigrationHistory(ran.stream()
                            .map(entry -> new Ran(entry.script(), entry.checksum()))
                            .toList())
                    .against(files);
        } catch (FlywayException e) {
            return List.of("has a migration without a version in its name");
        }
        List<String> problems = new ArrayList<>(difference.problems());
        difference.newer().forEach(script -> problems.add(script + " has run and is newer than what is here"));
        return problems;
    }

    private static void demandNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw PlexicaException.validation(problems.stream()
                    .map(problem -> new FieldError("", problem))
                    .toList());
        }
    }

    private interface Filling {
        void with(Connection connection) throws SQLException, IOException;
    }

    /** One transaction of a role that a login may become. */
    private static void transaction(DataSource login, String role, Filling filling) {
        DataSource source =
                new PreparedDataSource(login, "SET ROLE " + SqlQuoting.name(role) + "; " + Snapshot.PATIENT);
        try (Connection connection = source.getConnection()) {
            ReadTimeouts.limit(connection, Duration.ZERO);
            connection.setAutoCommit(false);
            // Closing without a commit rolls back.
            filling.with(connection);
            connection.commit();
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waiting(Runnable work) throws IOException {
        try {
            work.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
