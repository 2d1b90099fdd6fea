package io.plexica.data.internal.settings;

import java.time.Duration;

/**
 * How the room works, whatever database it works on.
 *
 * @param poolMin connections kept open
 * @param poolMax connections open at most
 * @param acquire how long work waits for a free connection
 * @param idle after which time a connection beyond the minimum is closed
 * @param connect how long opening a connection may take
 * @param statement how long a statement of a unit of work may run
 * @param migrationLock how long a migration waits for a lock
 * @param migration how long the migrations of one schema may take, all together
 * @param migrationThreads how many tenants are migrated side by side
 * @param tenants what one tenant may use
 */
public record DataSettings(
        int poolMin,
        int poolMax,
        Duration acquire,
        Duration idle,
        Duration connect,
        Duration statement,
        Duration migrationLock,
        Duration migration,
        int migrationThreads,
        TenantLimits tenants) {

    /** With the usual limits for tenants. */
    public DataSettings(
            int poolMin,
            int poolMax,
            Duration acquire,
            Duration idle,
            Duration connect,
            Duration statement,
            Duration migrationLock,
            Duration migration,
            int migrationThreads) {
        this(
                poolMin,
                poolMax,
                acquire,
                idle,
                connect,
                statement,
                migrationLock,
                migration,
                migrationThreads,
                TenantLimits.DEFAULTS);
    }

    /** The same with other limits for tenants. */
    public DataSettings with(TenantLimits other) {
        return new DataSettings(
                poolMin, poolMax, acquire, idle, connect, statement, migrationLock, migration, migrationThreads, other);
    }
}
