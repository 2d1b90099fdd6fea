package io.plexica.data.internal.schema;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.migrate.MigrationFailedException;
import io.plexica.data.internal.migrate.MigrationFile;
import io.plexica.data.internal.migrate.MigrationFiles;
import io.plexica.data.internal.migrate.MigrationTarget;
import io.plexica.data.internal.migrate.SchemaMigrator;
import io.plexica.data.internal.pool.SqlFailures;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.spi.data.RoomMigrations;
import io.plexica.spi.data.SchemaNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms whose tables are in {@code core}, in the order in which they came there, and what it takes to bring tenants'
 * tables up to date: many side by side, each under a lock that all nodes respect, each recorded as it is done, so that
 * whoever comes after a crash goes on with the rest. Rooms are added by one thread; tenants may be migrated by many.
 */
public final class Rooms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

    private final List<Room> present = new CopyOnWriteArrayList<>();
    private final AdminConnections admin;
    private final SchemaMigrator migrator;
    private final TenantWorkers workers;
    private final TenantMigrator tenants;

    /** Rooms whose migrations the admin runs. */
    public Rooms(AdminConnections admin, SchemaMigrator migrator, DataRoles roles, int threads) {
        this.admin = admin;
        this.migrator = migrator;
        this.workers = new TenantWorkers(threads);
        this.tenants = new TenantMigrator(admin, migrator, roles);
    }

    /** The table with a room's history. */
    static String history(String room) {
        return "flyway_" + room.replace('-', '_');
    }

    static String lock(String slug) {
        return "tenant " + slug;
    }

    /**
     * Puts a room's tables into {@code core} and into every tenant. A tenant where that fails is left as it
     * was, and out of service until it works.
     *
     * @throws PlexicaException when it fails in {@code core}, or is broken off
     */
    public void add(RoomMigrations migrations) {
        List<MigrationFile> core = files(migrations, migrations.coreFolder());
        List<MigrationFile> tenant = files(migrations, migrations.tenantFolder());
        Room room = new Room(migrations, tenant, MigrationFiles.fingerprint(tenant));
        admin.locked("room " + room.name(), () -> migrateCore(room.name(), core));
        // From here on tenants that are being made get the room's tables; those that were there before get them next.
        remove(migrations);
        present.add(room);
        if (!tenant.isEmpty()) {
            catchUp(room);
        }
    }

    /** The room is going; its tables stay. */
    public void remove(RoomMigrations migrations) {
        present.removeIf(room -> room.migrations() == migrations);
    }

    /** Whether a room's tables are there. */
    public boolean has(String room) {
        return present.stream().anyMatch(one -> one.name().equals(room));
    }

    /**
     * Brings all tables of a tenant up to date. The caller holds the tenant's lock.
     *
     * @throws PlexicaException with the file and what the database said
     */
    void migrate(String slug) {
        tenants.migrate(slug, present);
    }

    /** The tables of tenants that stay behind when one is taken elsewhere. */
    Set<String> tablesLeftBehind() {
        Set<String> names = new HashSet<>();
        present.forEach(room -> names.addAll(room.migrations().tablesLeftBehind()));
        return names;
    }

    /** The migrations of tenants' schemas, by room as histories are called. */
    Map<String, List<MigrationFile>> tenantFiles() {
        Map<String, List<MigrationFile>> files = new LinkedHashMap<>();
        present.stream()
                .filter(room -> !room.tenantFiles().isEmpty())
                .forEach(room -> files.put(room.key(), room.tenantFiles()));
        return files;
    }

    /**
     * Makes a tenant's tables anew at an older level, unless they are at it. The caller holds the tenant's lock, and brings
     * them up to date once they are filled.
     *
     * @param scripts the migrations that are to run, by room
     */
    void makeAnew(String slug, Map<String, Set<String>> scripts) {
        tenants.makeAnew(slug, present, scripts);
    }

    /** A tenant is gone. */
    void forget(String slug) {
        tenants.forget(slug);
    }

    /** Tries again where a migration failed, once it is time to; whether it still fails somewhere. */
    public boolean retryFailed() {
        if (!tenants.failed().isEmpty()) {
            workers.forEach(tenants.due(), slug -> tenants.tryAll(slug, present));
        }
        return !tenants.failed().isEmpty();
    }

    /**
     * Brings one tenant up to date now.
     *
     * @throws PlexicaException {@code not-found} when there is no such tenant; else with the file and what the database said
     */
    public void retry(String slug) {
        if (!admin.transaction(connection -> new RoleSql(connection).schemaExists(SchemaNames.tenant(slug)))) {
            throw PlexicaException.notFound("There is no tenant " + slug);
        }
        tenants.demandAll(slug, present);
    }

    /**
     * Brings all tenants up to date now, those too that failed.
     *
     * @param says hears how far it is, in sentences
     * @return whether all of them are up to date
     */
    public boolean run(Consumer<String> says) {
        Set<String> behind = new LinkedHashSet<>(tenants.failed());
        present.forEach(room -> behind.addAll(behind(room)));
        MigrationProgress progress = new MigrationProgress("All rooms", behind.size(), says);
        workers.forEach(shuffled(behind), slug -> progress.one(tenants.tryAll(slug, present)));
        progress.end();
        return progress.failed() == 0;
    }

    /** How far all tenants are. */
    public MigrationStatus status() {
        return admin.transaction(connection -> {
            StatusReader reader = new StatusReader(connection);
            List<MigrationStatus.Part> parts = new ArrayList<>();
            for (Room room : present) {
                if (!room.tenantFiles().isEmpty()) {
                    parts.add(reader.room(room.name(), room.fingerprint()));
                }
            }
            parts.addAll(reader.plugins());
            return new MigrationStatus(parts);
        });
    }

    /** The tenants that are out of service on this node since a migration failed. */
    public Set<String> failed() {
        return tenants.failed();
    }

    /** Begins no further tenant; what is left is done at the next start. */
    @Override
    public void close() {
        tenants.close();
        workers.close();
    }

    private void catchUp(Room room) {
        Set<String> behind = new LinkedHashSet<>(behind(room));
        // They get everything at once when their turn comes again.
        behind.removeAll(tenants.failed());
        MigrationProgress progress = new MigrationProgress("Room " + room.name(), behind.size(), LOG::info);
        workers.forEach(shuffled(behind), slug -> progress.one(tenants.tryOne(slug, room)));
        progress.end();
    }

    private List<String> behind(Room room) {
        if (room.tenantFiles().isEmpty()) {
            return List.of();
        }
        return admin.transaction(
                connection -> new RoleTable(connection).tenantsBehind(room.name(), room.fingerprint()));
    }

    /** Nodes that begin at the same time would otherwise stand in line for the same tenant. */
    private static List<String> shuffled(Set<String> slugs) {
        List<String> list = new ArrayList<>(slugs);
        Collections.shuffle(list);
        return list;
    }

    private int migrateCore(String room, List<MigrationFile> files) {
        try {
            return migrator.migrate(
                    new MigrationTarget(
                            admin.source(), null, DataRoles.CORE_SCHEMA, history(room), DataRoles.CORE_ROLE),
                    files);
        } catch (MigrationFailedException e) {
            throw failure(room, DataRoles.CORE_SCHEMA, e);
        }
    }

    static PlexicaException failure(String room, String schema, MigrationFailedException e) {
        if (e.sqlCause() != null && SqlFailures.isConnectionLoss(e.sqlCause())) {
            return SqlFailures.of(e.sqlCause());
        }
        return new PlexicaException(
                ErrorCode.INTERNAL_ERROR,
                "The migrations of room " + room + " failed in " + schema + ": " + e.getMessage(),
                e);
    }

    private static List<MigrationFile> files(RoomMigrations migrations, @Nullable String folder) {
        if (folder == null) {
            return List.of();
        }
        List<MigrationFile> files = MigrationFiles.read(folder, migrations.loader());
        if (files.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "Room " + migrations.room() + " has no migrations in " + folder);
        }
        return files;
    }
}
