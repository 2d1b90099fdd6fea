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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms whose tables are in {@code core}, in the order in which they came there, and what it takes to bring a tenant's
 * tables up to date. Rooms are added by one thread; tenants may be migrated by many.
 */
public final class Rooms {

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

    private final List<Room> present = new CopyOnWriteArrayList<>();
    private final Admin admin;
    private final SchemaMigrator migrator;
    private final TenantWorkers workers;
    private final DataRoles roles;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    private record Room(RoomMigrations migrations, List<MigrationFile> tenantFiles, String fingerprint) {

        String name() {
            return migrations.room();
        }
    }

    /** Rooms whose migrations the admin runs. */
    public Rooms(Admin admin, SchemaMigrator migrator, DataRoles roles, int threads) {
        this.admin = admin;
        this.roles = roles;
        this.migrator = migrator;
        this.workers = new TenantWorkers(threads);
    }

    /** The table with a room's history. */
    static String history(String room) {
        return "flyway_" + room.replace('-', '_');
    }

    /**
     * Puts a room's tables into {@code core} and into every tenant. A tenant where that fails is left as it
     * was, and out of service until it works.
     *
     * @throws PlexicaException when it fails in {@code core}
     */
    public void add(RoomMigrations migrations) {
        List<MigrationFile> core = files(migrations, migrations.coreFolder());
        List<MigrationFile> tenant = files(migrations, migrations.tenantFolder());
        Room room = new Room(migrations, tenant, MigrationFiles.fingerprint(tenant));
        admin.locked("room " + room.name(), () -> run(room.name(), DataRoles.CORE_SCHEMA, DataRoles.CORE_ROLE, core));
        // From here on tenants that are being made get the room's tables; those that were there before get them next.
        remove(migrations);
        present.add(room);
        if (!tenant.isEmpty()) {
            workers.forEach(behind(room), slug -> catchUp(slug, room));
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
        present.forEach(room -> migrate(slug, room));
        failed.remove(slug);
        roles.outOfService(slug, false);
    }

    /** A tenant is gone. */
    void forget(String slug) {
        failed.remove(slug);
    }

    /** Tries again where the migration of a tenant failed; whether it still fails somewhere. */
    public boolean retryFailed() {
        workers.forEach(List.copyOf(failed), slug -> {
            try {
                admin.locked(lock(slug), () -> {
                    migrate(slug);
                    return true;
                });
                LOG.info("The tables of tenant {} are up to date again", slug);
            } catch (RuntimeException e) {
                LOG.warn("The tables of tenant {} still cannot be migrated: {}", slug, e.getMessage());
            }
        });
        return !failed.isEmpty();
    }

    /** The tenants that are out of service since a migration failed. */
    public Set<String> failed() {
        return Set.copyOf(failed);
    }

    static String lock(String slug) {
        return "tenant " + slug;
    }

    private List<String> behind(Room room) {
        return admin.transaction(connection -> new RoleBook(connection).tenantsBehind(room.name(), room.fingerprint()));
    }

    private void catchUp(String slug, Room room) {
        try {
            admin.locked(lock(slug), () -> {
                migrate(slug, room);
                return true;
            });
        } catch (RuntimeException e) {
            failed.add(slug);
            roles.outOfService(slug, true);
            LOG.error(
                    "The tables of room {} could not be migrated in tenant {}; it is out of service",
                    room.name(),
                    slug,
                    e);
        }
    }

    private void migrate(String slug, Room room) {
        String schema = SchemaNames.tenant(slug);
        boolean there = admin.transaction(connection -> new RoleSql(connection).schemaExists(schema));
        if (!there) {
            return;
        }
        run(room.name(), schema, schema, room.tenantFiles());
        admin.transaction(connection -> {
            new RoleBook(connection).enterLevel(schema, room.name(), room.fingerprint());
            return true;
        });
    }

    private int run(String room, String schema, String user, List<MigrationFile> files) {
        try {
            return migrator.migrate(new MigrationTarget(admin.source(), null, schema, history(room), user), files);
        } catch (MigrationFailedException e) {
            if (e.sqlCause() != null && SqlFailures.isConnectionLoss(e.sqlCause())) {
                throw SqlFailures.of(e.sqlCause());
            }
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "The migrations of room " + room + " failed in " + schema + ": " + e.getMessage(),
                    e);
        }
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
