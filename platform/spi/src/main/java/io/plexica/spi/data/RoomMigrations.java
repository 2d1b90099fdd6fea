package io.plexica.spi.data;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The tables of one room. A room registers this as a service; the data room runs its migrations, in {@code core} and in
 * every tenant there is, once those of the rooms it comes after have run, and then registers {@link SchemaReady} for it.
 * Files are named after Flyway's rules, {@code V1__tenants.sql}, and have a history of their own per room.
 */
@ConsumerType
public interface RoomMigrations {

    /** The room's name, such as {@code tenancy}. */
    String room();

    /** The rooms whose tables must be there before, since foreign keys lead to them. */
    List<String> after();

    /** Folder in the room's bundle with the migrations of {@code core}, such as {@code META-INF/plexica/core}; null for none. */
    @Nullable
    String coreFolder();

    /** Folder with the migrations of a tenant's schema; null for none. */
    @Nullable
    String tenantFolder();

    /**
     * Tables in a tenant's schema that stay behind when the tenant is taken elsewhere: what is secret or of no use there, and
     * what is made anew.
     */
    default Set<String> tablesLeftBehind() {
        return Set.of();
    }

    /** Loads the folders. */
    default ClassLoader loader() {
        return getClass().getClassLoader();
    }
}
