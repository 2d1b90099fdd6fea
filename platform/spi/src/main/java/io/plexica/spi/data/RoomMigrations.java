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

    /** Where rooms keep the migrations of tenants' schemas. */
    String TENANT_FOLDER = "META-INF/plexica/tenant";

    /** The room's name, such as {@code tenancy}. */
    String room();

    /** The rooms whose tables must be there before, since foreign keys lead to them. */
    default List<String> after() {
        return List.of();
    }

    /** Folder in the room's bundle with the migrations of {@code core}; null for none. */
    default @Nullable String coreFolder() {
        return "META-INF/plexica/core";
    }

    /** Folder with the migrations of a tenant's schema, by custom {@link #TENANT_FOLDER}; null for none. */
    default @Nullable String tenantFolder() {
        return null;
    }

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
