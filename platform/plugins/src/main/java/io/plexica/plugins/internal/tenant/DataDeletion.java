package io.plexica.plugins.internal.tenant;

import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Deletes all that there is of a plugin in a tenant. Whoever finds that broken off does it again from the start: the schema goes
 * last, so that what is left can be asked for, too. Safe for all threads.
 */
@Component(service = DataDeletion.class)
public final class DataDeletion {

    private final InstallationStore installations;
    private final LevelStore levels;
    private final PluginSchemas schemas;
    private final OtherRoomsData elsewhere;
    private final Database database;
    private final AuditLog audit;

    /** Takes what knows where data is. */
    @Activate
    public DataDeletion(
            @Reference InstallationStore installations,
            @Reference LevelStore levels,
            @Reference PluginSchemas schemas,
            @Reference OtherRoomsData elsewhere,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.installations = installations;
        this.levels = levels;
        this.schemas = schemas;
        this.elsewhere = elsewhere;
        this.database = database;
        this.audit = audit;
    }

    /** Deletes it, and ends the operation with it. */
    void deleteAll(String slug, String pluginId, UUID operation) {
        elsewhere.deleteAll(slug, pluginId);
        Transactions.alone(database, () -> {
            levels.forget(slug, pluginId);
            installations.deleteShared(slug, pluginId);
        });
        schemas.drop(slug, pluginId);
        Transactions.alone(database, () -> {
            installations.tablesFrom(operation, null);
            installations.release(operation);
            audit.record(slug, "core.plugin.data-deleted", "plugin", pluginId, null, null);
        });
    }
}
