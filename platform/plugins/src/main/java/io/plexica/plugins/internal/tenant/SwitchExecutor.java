package io.plexica.plugins.internal.tenant;

import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.Action;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.tenant.Progress.Phase;
import io.plexica.plugins.internal.tenant.Progress.Phases;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a tenant's requests in to a plugin and shuts them out. Its data stays. Safe for all threads. */
@Component(service = SwitchExecutor.class)
public final class SwitchExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchExecutor.class);

    private final Operations operations;
    private final InstallationStore installations;
    private final Hooks hooks;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public SwitchExecutor(
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

    /** Enables a plugin. */
    void enable(Tenant tenant, Claim claim, Phases phases) {
        PluginRef ref = claim.plugin();
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        RunningPlugin plugin;
        try {
            plugin = operations.running(ref);
            phases.at(Phase.ASKING);
            hooks.before(plugin, tenant, "beforeEnable", lifecycle -> lifecycle.beforeEnable(event));
            phases.at(Phase.SWITCHING);
            Transactions.alone(database, () -> {
                if (claim.along()) {
                    installations.enabledAlong(claim.operation());
                } else {
                    installations.enabled(claim.operation());
                    operations.settleCompanions(claim);
                }
                record(tenant, Action.ENABLE, ref, InstallationStatus.DISABLED, InstallationStatus.INSTALLED);
                database.afterCommit(() -> routes.put(tenant.slug(), ref, true));
            });
        } catch (RuntimeException e) {
            throw failed(tenant, claim, e);
        }
        phases.at(Phase.TELLING);
        hooks.after(plugin, tenant, "afterEnable", lifecycle -> lifecycle.afterEnable(event));
    }

    /** Disables a plugin. One that does not run can be disabled too. */
    void disable(Tenant tenant, Claim claim, Phases phases) {
        PluginRef ref = claim.plugin();
        Optional<RunningPlugin> plugin = operations.find(ref);
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        try {
            phases.at(Phase.ASKING);
            plugin.ifPresent(present ->
                    hooks.before(present, tenant, "beforeDisable", lifecycle -> lifecycle.beforeDisable(event)));
            phases.at(Phase.SWITCHING);
            Transactions.alone(database, () -> shut(tenant, claim));
        } catch (RuntimeException e) {
            throw failed(tenant, claim, e);
        }
        phases.at(Phase.TELLING);
        plugin.ifPresent(
                present -> hooks.after(present, tenant, "afterDisable", lifecycle -> lifecycle.afterDisable(event)));
    }

    /** Disables again what was enabled along with something that failed. */
    void takeBack(Tenant tenant, Claim claim, String reason) {
        LOG.info("{} for {}: {}", claim.plugin(), tenant.slug(), reason);
        Transactions.alone(database, () -> shut(tenant, claim));
    }

    private void shut(Tenant tenant, Claim claim) {
        PluginRef ref = claim.plugin();
        installations.disabled(claim.operation());
        record(tenant, Action.DISABLE, ref, InstallationStatus.INSTALLED, InstallationStatus.DISABLED);
        database.afterCommit(() -> routes.put(tenant.slug(), ref, false));
    }

    private PlexicaException failed(Tenant tenant, Claim claim, RuntimeException cause) {
        String action = AuditActions.of(claim.step().action());
        return operations.failed(claim.operation(), tenant.slug(), claim.plugin(), action, cause);
    }

    private void record(
            Tenant tenant, Action action, PluginRef ref, InstallationStatus before, InstallationStatus after) {
        audit.record(
                tenant.slug(),
                AuditActions.of(action),
                "plugin",
                ref.id(),
                Map.of("status", before.name()),
                Map.of("status", after.name()));
    }
}
