package io.plexica.data.internal;

import io.plexica.data.internal.schema.Rooms;
import io.plexica.spi.health.HealthCheck;
import java.util.Set;

/** Tells whether any tenant is out of service since a migration failed. The platform serves the others all the same. */
final class MigrationsHealth implements HealthCheck {

    private final Rooms rooms;

    MigrationsHealth(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        Set<String> failed = rooms.failed();
        return failed.isEmpty()
                ? Health.UP
                : Health.down(failed.size() + " tenants are out of service since a migration failed: migration:status"
                        + " in the shell says why");
    }
}
