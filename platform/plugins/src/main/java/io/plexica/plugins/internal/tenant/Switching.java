package io.plexica.plugins.internal.tenant;

import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a tenant's requests in to a plugin and shuts them out. Its data stays. Safe for all threads. */
@Component(service = Switching.class)
public final class Switching {

    private final Operations operations;
    private final InstallationStore installations;
    private final Hooks hooks;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public Switching(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference Hooks hooks,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.hooks = hooks;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /** Enables a plugin; nothing happens when it is enabled. */
    void enable(Tenant tenant, String pluginId) {
        operations.run(operation -> {
            Installation found = operations.claim(operation, tenant.slug(), pluginId, "enable", Switching::isPresent);
            try {
                if (found.enabled()) {
                    Transactions.alone(database, () -> installations.release(operation));
                } else {
                    enable(operation, tenant, found.plugin());
                }
            } catch (RuntimeException e) {
                throw operations.failed(operation, tenant.slug(), found.plugin(), "core.plugin.enabled", e);
            }
            return Boolean.TRUE;
        });
    }

    private void enable(UUID operation, Tenant tenant, PluginRef ref) {
        RunningPlugin plugin = operations.running(ref);
        StoredVersion version = operations.registry().find(ref).orElseThrow();
        InstallPlan.demandPlan(version.manifest(), tenant);
        operations.neighbours(tenant, ref.id(), Installation::enabled).demandFor(version.manifest());
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        hooks.before(plugin, tenant, "beforeEnable", lifecycle -> lifecycle.beforeEnable(event));
        Transactions.alone(database, () -> {
            installations.enabled(operation);
            record(tenant, "core.plugin.enabled", ref, InstallationStatus.DISABLED, InstallationStatus.INSTALLED);
            database.afterCommit(() -> routes.put(tenant.slug(), ref, true));
        });
        hooks.after(plugin, tenant, "afterEnable", lifecycle -> lifecycle.afterEnable(event));
    }

    /** Disables a plugin; nothing happens when it is disabled. One that does not run can be disabled too. */
    void disable(Tenant tenant, String pluginId) {
        operations.run(operation -> {
            Installation found = operations.claim(operation, tenant.slug(), pluginId, "disable", Switching::isPresent);
            try {
                if (found.enabled()) {
                    disable(operation, tenant, found.plugin());
                } else {
                    Transactions.alone(database, () -> installations.release(operation));
                }
            } catch (RuntimeException e) {
                throw operations.failed(operation, tenant.slug(), found.plugin(), "core.plugin.disabled", e);
            }
            return Boolean.TRUE;
        });
    }

    private void disable(UUID operation, Tenant tenant, PluginRef ref) {
        Neighbours neighbours = operations.neighbours(tenant, ref.id(), Installation::enabled);
        neighbours.demandNobodyNeeds(ref.id());
        operations
                .registry()
                .find(ref)
                .ifPresent(version -> neighbours.demandServicesStay(version.manifest(), Optional.empty()));
        Optional<RunningPlugin> plugin = operations.find(ref);
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        plugin.ifPresent(
                present -> hooks.before(present, tenant, "beforeDisable", lifecycle -> lifecycle.beforeDisable(event)));
        Transactions.alone(database, () -> {
            installations.disabled(operation);
            record(tenant, "core.plugin.disabled", ref, InstallationStatus.INSTALLED, InstallationStatus.DISABLED);
            database.afterCommit(() -> routes.put(tenant.slug(), ref, false));
        });
        plugin.ifPresent(
                present -> hooks.after(present, tenant, "afterDisable", lifecycle -> lifecycle.afterDisable(event)));
    }

    private void record(
            Tenant tenant, String action, PluginRef ref, InstallationStatus before, InstallationStatus after) {
        audit.record(
                tenant.slug(),
                action,
                "plugin",
                ref.id(),
                Map.of("status", before.name()),
                Map.of("status", after.name()));
    }

    static boolean isPresent(Installation installation) {
        return installation.status().isPresent();
    }
}
