package io.plexica.spi.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Makes, migrates and removes the schema and roles of a plugin in a tenant. Every call is idempotent and may block. */
@ProviderType
public interface PluginSchemas {

    /**
     * What a plugin's migrations must not contain: file names out of form, other roles, transactions of their own,
     * privileges. Looks at the files alone, not at the database.
     *
     * @return what is wrong, in words; empty when all is well
     */
    List<String> check(String folder, ClassLoader loader);

    /**
     * Creates schema and roles where missing and runs pending migrations in one transaction.
     *
     * @param folder where the migrations lie, such as {@code db/migration}
     * @param loader loads the folder's files
     * @return how many migrations ran
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-error} with the file and the database's message; nothing
     *     has changed then
     */
    int migrate(String slug, String pluginId, String folder, ClassLoader loader);

    /**
     * What {@link #migrate} would run, by name and in order; looks only.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} when the database cannot be asked
     */
    List<String> pending(String slug, String pluginId, String folder, ClassLoader loader);

    /**
     * How a version's migrations differ from those that have run in the tenant; looks only.
     *
     * @param folder where the version's migrations lie; null for a version without any
     * @throws io.plexica.api.problem.PlexicaException {@code unavailable} when the database cannot be asked
     */
    Difference compare(String slug, String pluginId, @Nullable String folder, ClassLoader loader);

    /** The plugin's tables in the tenant, by name, with all their rows; empty where it has no schema. */
    List<TableRows> tables(String slug, String pluginId);

    /** Creates schema and roles for a plugin that brings no migrations. */
    void create(String slug, String pluginId);

    /** Drops schema and roles with all data. */
    void drop(String slug, String pluginId);

    /** Whether the plugin has a schema in the tenant. */
    boolean exists(String slug, String pluginId);

    /**
     * What has run, against the files of a version.
     *
     * @param newer files that have run, beyond the last one of the version
     * @param problems why the version's files cannot follow what has run, in words
     */
    record Difference(List<String> newer, List<String> problems) {

        /** The version's files are what has run, or go on from there. */
        public static final Difference NONE = new Difference(List.of(), List.of());

        public Difference {
            newer = List.copyOf(newer);
            problems = List.copyOf(problems);
        }
    }

    /** How many rows a table has. */
    record TableRows(String table, long rows) {}
}
