package io.plexica.spi.data;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Registered for each room once its tables are in {@code core} and in every tenant that could be migrated. A room's
 * services wait for their own with {@code @Reference(target = "(plexica.room=tenancy)")}.
 */
@ProviderType
public interface SchemaReady {

    /** The service property with the room's name. */
    String ROOM = "plexica.room";
}
