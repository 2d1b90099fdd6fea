package io.plexica.plugins.internal.tenant;

import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a plugin from a tenant; its data stays unless it is to go too. Safe for all threads. */
@Component(service = Uninstalling.class)
public final class Uninstalling {

    /** The operation that also deletes data; a later run must know when it was broken off. */
    static final String WITH_DATA = "uninstall with data";

    private static final String WITHOUT_DATA = "uninstall";
    private static final String ACTION = "core.plugin.uninstalled";

    private final Operations operations;
    private final InstallationStore installations;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;
    private final Hooks hooks;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public Uninstalling(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions,
            @Reference Hooks hooks,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.schemas = schemas;
        this.permissions = permissions;
        this.hooks = hooks;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /** Uninstalls a plugin. Data that an earlier uninstallation kept can be deleted afterwards. */
    void uninstall(Tenant tenant, String pluginId, boolean deleteData) {
        boolean dataLeft = deleteData && schemas.exists(tenant.slug(), pluginId);
        operations.run(operation -> {
            Installation found = operations.claim(
                    operation,
                    tenant.slug(),
                    pluginId,
                    deleteData ? WITH_DATA : WITHOUT_DATA,
                    installation -> installation.status().isPresent() || dataLeft);
            try {
                if (found.status().isPresent()) {
                    leave(operation, tenant, found.plugin());
                }
                if (deleteData) {
                    deleteData(tenant, found.plugin());
                }
                Transactions.alone(database, () -> installations.release(operation));
            } catch (RuntimeException e) {
                throw operations.failed(operation, tenant.slug(), found.plugin(), ACTION, e);
            }
            return Boolean.TRUE;
        });
    }

    private void leave(UUID operation, Tenant tenant, PluginRef ref) {
        Neighbours neighbours = operations.neighbours(tenant, ref.id(), Switching::isPresent);
        neighbours.demandNobodyNeeds(ref.id());
        operations
                .registry()
                .find(ref)
                .ifPresent(version -> neighbours.demandServicesStay(version.manifest(), Optional.empty()));
        Optional<RunningPlugin> plugin = operations.find(ref);
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        plugin.ifPresent(present ->
                hooks.before(present, tenant, "beforeUninstall", lifecycle -> lifecycle.beforeUninstall(event)));
        Transactions.alone(database, () -> {
            permissions.withdraw(tenant.slug(), ref.id());
            installations.uninstalled(operation);
            audit.record(tenant.slug(), ACTION, "plugin", ref.id(), Map.of("version", ref.version()), null);
            database.afterCommit(() -> routes.remove(tenant.slug(), ref.id()));
        });
        plugin.ifPresent(present ->
                hooks.after(present, tenant, "afterUninstall", lifecycle -> lifecycle.afterUninstall(event)));
    }

    private void deleteData(Tenant tenant, PluginRef ref) {
        schemas.drop(tenant.slug(), ref.id());
        Transactions.alone(database, () -> {
            installations.deleteShared(tenant.slug(), ref.id());
            audit.record(tenant.slug(), "core.plugin.data-deleted", "plugin", ref.id(), null, null);
        });
    }
}
