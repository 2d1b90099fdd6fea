package io.plexica.data.internal.schema;

import io.plexica.data.internal.migrate.MigrationFile;
import io.plexica.spi.data.RoomMigrations;
import java.util.List;

/**
 * A room that is there.
 *
 * @param migrations what it registered
 * @param tenantFiles its migrations of tenants' schemas; may be empty
 * @param fingerprint changes when they do
 */
record Room(RoomMigrations migrations, List<MigrationFile> tenantFiles, String fingerprint) {

    Room {
        tenantFiles = List.copyOf(tenantFiles);
    }

    String name() {
        return migrations.room();
    }

    /** Its name as it stands in that of its history. */
    String key() {
        return name().replace('-', '_');
    }
}
