package io.plexica.plugins.internal.tenant;

import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.tenant.Progress.Phase;
import io.plexica.plugins.internal.tenant.Progress.Phases;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a plugin from a tenant; its data stays unless it is to go too. Safe for all threads. */
@Component(service = UninstallExecutor.class)
public final class UninstallExecutor {

    private static final String ACTION = "core.plugin.uninstalled";

    private final Operations operations;
    private final InstallationStore installations;
    private final DataDeletion deletion;
    private final PluginPermissions permissions;
    private final Hooks hooks;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public UninstallExecutor(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference DataDeletion deletion,
            @Reference PluginPermissions permissions,
            @Reference Hooks hooks,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.deletion = deletion;
        this.permissions = permissions;
        this.hooks = hooks;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /**
     * Uninstalls a plugin, or removes what is left of one whose installation failed, which is not asked. Data that an earlier
     * uninstallation kept can be deleted afterwards.
     */
    void uninstall(Tenant tenant, Claim claim, Phases phases) {
        try {
            if (claim.present().status().isPresent()) {
                leave(tenant, claim, phases);
            } else if (claim.present().status() == InstallationStatus.FAILED) {
                Transactions.alone(database, () -> leave(tenant, claim));
            }
            if (claim.deleteData()) {
                phases.at(Phase.DATA);
                deletion.deleteAll(tenant.slug(), claim.plugin().id(), claim.operation());
            } else {
                Transactions.alone(database, () -> installations.release(claim.operation()));
            }
        } catch (RuntimeException e) {
            throw operations.failed(claim.operation(), tenant.slug(), claim.plugin(), ACTION, e);
        }
    }

    private void leave(Tenant tenant, Claim claim, Phases phases) {
        PluginRef ref = claim.plugin();
        Optional<RunningPlugin> plugin = operations.find(ref);
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        phases.at(Phase.ASKING);
        plugin.ifPresent(present ->
                hooks.before(present, tenant, "beforeUninstall", lifecycle -> lifecycle.beforeUninstall(event)));
        phases.at(Phase.SWITCHING);
        Transactions.alone(database, () -> leave(tenant, claim));
        plugin.ifPresent(present ->
                hooks.after(present, tenant, "afterUninstall", lifecycle -> lifecycle.afterUninstall(event)));
    }

    private void leave(Tenant tenant, Claim claim) {
        PluginRef ref = claim.plugin();
        permissions.withdraw(tenant.slug(), ref.id());
        installations.uninstalled(claim.operation());
        audit.record(tenant.slug(), ACTION, "plugin", ref.id(), Map.of("version", ref.version()), null);
        database.afterCommit(() -> routes.remove(tenant.slug(), ref.id()));
    }
}
