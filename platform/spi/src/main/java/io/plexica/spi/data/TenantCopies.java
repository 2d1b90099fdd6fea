package io.plexica.spi.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes all tables of a tenant out of the database and puts them into another. Works on connections beside any unit of work,
 * for as long as it takes. Safe for all threads.
 */
@ProviderType
public interface TenantCopies {

    /**
     * Looks at a tenant and its plugins as they are at this moment. The snapshot is good until the look returns.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code not-found} without such a tenant, {@code unavailable}
     */
    <T> T look(String slug, Look<T> look) throws IOException;

    /**
     * Why a tenant's own tables could not be filled with these, in words: migrations that this platform does not have, or has
     * otherwise. Looks only.
     */
    List<String> problems(SchemaContent content);

    /**
     * The same for a plugin's.
     *
     * @param folder where the version's migrations lie; null for a version without any
     */
    List<String> problems(SchemaContent content, @Nullable String folder, ClassLoader loader);

    /**
     * Replaces all rows of a tenant's own tables, in one transaction and as the tenant's role: in tables that are as old as
     * the rows, which are then migrated like any other tenant's.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} when the rows do not fit; {@code unavailable}
     */
    void fill(String slug, SchemaContent content, TableSource rows) throws IOException;

    /**
     * Makes a plugin's schema and fills it likewise, as its owner.
     *
     * @param folder where the version's migrations lie; null for a version without any
     * @throws io.plexica.api.problem.PlexicaException as above; {@code plugin-error} when its migrations fail
     */
    void fill(
            String slug,
            String pluginId,
            @Nullable String folder,
            ClassLoader loader,
            SchemaContent content,
            TableSource rows)
            throws IOException;

    /** Looks at a snapshot. */
    @ConsumerType
    @FunctionalInterface
    interface Look<T> {

        /** Does it. */
        T at(TenantSnapshot snapshot) throws IOException;
    }

    /** Has rows as {@link TenantSnapshot#copy} wrote them. */
    @ConsumerType
    @FunctionalInterface
    interface TableSource {

        /** Those of a table, to be closed by who asked. */
        InputStream open(SchemaContent.TableContent table) throws IOException;
    }
}
