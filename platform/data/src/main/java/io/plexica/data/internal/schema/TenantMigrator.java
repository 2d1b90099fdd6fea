package io.plexica.data.internal.schema;

import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.migrate.MigrationFailedException;
import io.plexica.data.internal.migrate.MigrationFile;
import io.plexica.data.internal.migrate.MigrationTarget;
import io.plexica.data.internal.migrate.SchemaMigrator;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.spi.data.SchemaNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates one tenant after the other, keeps those where it fails out of service, and records what became of each. Safe for
 * all threads.
 */
final class TenantMigrator {

    private static final Logger LOG = LoggerFactory.getLogger(TenantMigrator.class);

    private final FailedTenants failed = new FailedTenants();
    private final AdminConnections admin;
    private final SchemaMigrator migrator;
    private final DataRoles roles;
    private volatile boolean closed;

    TenantMigrator(AdminConnections admin, SchemaMigrator migrator, DataRoles roles) {
        this.admin = admin;
        this.migrator = migrator;
        this.roles = roles;
    }

    /** Brings the tables of these rooms up to date. The caller holds the tenant's lock. */
    void migrate(String slug, List<Room> rooms) {
        rooms.forEach(room -> migrate(slug, room));
        failed.worked(slug);
        roles.outOfService(slug, false);
    }

    /**
     * Makes all tables anew with these migrations alone, by room, unless those are all there are. The caller holds the tenant's
     * lock.
     */
    void makeAnew(String slug, List<Room> rooms, Map<String, Set<String>> scripts) {
        boolean newest = rooms.stream()
                .allMatch(room ->
                        files(room, scripts).size() == room.tenantFiles().size());
        if (newest) {
            return;
        }
        String schema = SchemaNames.tenant(slug);
        admin.transaction(connection -> {
            RoleSql sql = new RoleSql(connection);
            sql.dropSchema(schema);
            sql.createSchema(schema);
            sql.letWorkIn(schema, schema, sql.currentUser());
            new RoleTable(connection).strikeLevels(schema);
            return true;
        });
        rooms.forEach(room -> run(schema, room, files(room, scripts)));
    }

    private static List<MigrationFile> files(Room room, Map<String, Set<String>> scripts) {
        Set<String> wanted = scripts.getOrDefault(room.key(), Set.of());
        return room.tenantFiles().stream()
                .filter(file -> wanted.contains(file.name()))
                .toList();
    }

    /** Brings the tables of one room up to date; whether that worked. */
    boolean tryOne(String slug, Room room) {
        return attempt(slug, List.of(room), false);
    }

    /** Brings all tables up to date and lets the tenant in again; whether that worked. */
    boolean tryAll(String slug, List<Room> rooms) {
        return attempt(slug, rooms, true);
    }

    /** The same, but says why it did not work. */
    void demandAll(String slug, List<Room> rooms) {
        for (Room room : rooms) {
            migrateRecorded(slug, room);
        }
        backInService(slug);
    }

    Set<String> failed() {
        return failed.all();
    }

    List<String> due() {
        Set<String> recorded = admin.transaction(connection -> new FailureTable(connection).tenants());
        return failed.due(now(), recorded);
    }

    /** Of a clock that nobody sets: no tenant waits longer for its next try because the node's clock was set back. */
    private static Instant now() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }

    void forget(String slug) {
        failed.worked(slug);
        admin.transaction(connection -> {
            new FailureTable(connection).strikeTenant(SchemaNames.tenant(slug));
            return true;
        });
    }

    /** What fails from now on fails since the platform is stopping, and means nothing. */
    void close() {
        closed = true;
    }

    private boolean attempt(String slug, List<Room> rooms, boolean whole) {
        try {
            for (Room room : rooms) {
                migrateRecorded(slug, room);
            }
            if (whole) {
                backInService(slug);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.debug("The tables of tenant {} are not up to date", slug, e);
            return false;
        }
    }

    private void backInService(String slug) {
        if (failed.has(slug)) {
            LOG.info("The tables of tenant {} are up to date again", slug);
        }
        failed.worked(slug);
        roles.outOfService(slug, false);
    }

    private void migrateRecorded(String slug, Room room) {
        try {
            admin.locked(Rooms.lock(slug), () -> {
                migrate(slug, room);
                return true;
            });
        } catch (RuntimeException e) {
            if (!closed) {
                outOfService(slug, room, e);
                record(slug, room, e);
            }
            throw e;
        }
    }

    /** Where it failed is said once: many tenants fail for one reason, and each is tried again and again. */
    private void outOfService(String slug, Room room, RuntimeException failure) {
        boolean still = failed.has(slug);
        failed.failed(slug, now());
        if (failed.isNews(room.name(), failure)) {
            LOG.error("Tenant {} is out of service", slug, failure);
        } else {
            LOG.error("Tenant {} is {}out of service: {}", slug, still ? "still " : "", failure.getMessage());
        }
        roles.outOfService(slug, true);
    }

    private void record(String slug, Room room, RuntimeException failure) {
        try {
            admin.transaction(connection -> {
                new FailureTable(connection)
                        .enter(SchemaNames.tenant(slug), room.name(), String.valueOf(failure.getMessage()));
                return true;
            });
        } catch (PlexicaException e) {
            LOG.warn("Why tenant {} is out of service could not be recorded: {}", slug, e.getMessage());
        }
    }

    private void migrate(String slug, Room room) {
        String schema = SchemaNames.tenant(slug);
        if (room.tenantFiles().isEmpty() || !admin.transaction(connection -> isBehind(connection, schema, room))) {
            return;
        }
        run(schema, room, room.tenantFiles());
        admin.transaction(connection -> {
            new RoleTable(connection).enterLevel(schema, room.name(), room.fingerprint());
            new FailureTable(connection).strike(schema, room.name());
            return true;
        });
    }

    private void run(String schema, Room room, List<MigrationFile> files) {
        try {
            migrator.migrate(
                    new MigrationTarget(admin.source(), null, schema, Rooms.history(room.name()), schema), files);
        } catch (MigrationFailedException e) {
            throw Rooms.failure(room.name(), schema, e);
        }
    }

    /** Another node may have been here since, and a schema that is not there yet, or no more, is nobody's business. */
    private static boolean isBehind(Connection connection, String schema, Room room) throws SQLException {
        return new RoleSql(connection).schemaExists(schema)
                && !new RoleTable(connection).hasLevel(schema, room.name(), room.fingerprint());
    }
}
