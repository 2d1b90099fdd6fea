package io.plexica.plugins.internal.tenant;

import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.MoveOrigin;
import io.plexica.plugins.internal.runtime.NewPermissions;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.RolledOut;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.tenant.Progress.Phase;
import io.plexica.plugins.internal.tenant.Progress.Phases;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves a tenant to another version. Its hooks are asked before anything changes. The old one serves until the switch, calls in
 * flight end on it, and it goes on running for others. Right after the switch the new one is asked whether it is well; if not,
 * calls go back to the old one. Who goes back anyway has nowhere else to go, and is not asked. Safe for all threads.
 */
@Component(service = UpgradeExecutor.class)
public final class UpgradeExecutor {

    static final String ACTION = "core.plugin.upgraded";

    private final Operations operations;
    private final InstallationStore installations;
    private final RolledOut rolledOut;
    private final VersionStore versions;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;
    private final Hooks hooks;
    private final HealthProbation proving;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public UpgradeExecutor(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference RolledOut rolledOut,
            @Reference VersionStore versions,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions,
            @Reference Hooks hooks,
            @Reference HealthProbation proving,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.rolledOut = rolledOut;
        this.versions = versions;
        this.schemas = schemas;
        this.permissions = permissions;
        this.hooks = hooks;
        this.proving = proving;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /** Moves a tenant. */
    void upgrade(Tenant tenant, Claim claim, Phases phases) {
        PluginRef ref = claim.plugin();
        LifecycleEvent event = new LifecycleEvent(
                tenant.info(), ref.version(), claim.present().plugin().version());
        RunningPlugin plugin;
        try {
            plugin = operations.running(ref);
            phases.at(Phase.ASKING);
            hooks.before(plugin, tenant, "beforeUpgrade", lifecycle -> lifecycle.beforeUpgrade(event));
            phases.at(Phase.TABLES);
            bringTables(tenant, claim, plugin);
            move(tenant, claim, plugin, phases);
        } catch (RuntimeException e) {
            throw operations.failed(claim.operation(), tenant.slug(), ref, ACTION, e);
        }
        phases.at(Phase.TELLING);
        hooks.after(plugin, tenant, "afterUpgrade", lifecycle -> lifecycle.afterUpgrade(event));
    }

    private void bringTables(Tenant tenant, Claim claim, RunningPlugin plugin) {
        Installation from = claim.present();
        Tables.bring(
                schemas,
                tenant.slug(),
                plugin,
                from.plugin().version(),
                from.tablesFrom(),
                noted -> Transactions.alone(database, () -> installations.tablesFrom(claim.operation(), noted)));
    }

    private void move(Tenant tenant, Claim claim, RunningPlugin plugin, Phases phases) {
        boolean gated = claim.present().enabled()
                && HealthGate.isThere(plugin)
                && !claim.course().back();
        try {
            phases.at(Phase.SWITCHING);
            Transactions.alone(database, () -> {
                switchOver(tenant, claim);
                if (gated) {
                    proving.begin(claim);
                } else {
                    settle(claim);
                }
            });
            if (gated) {
                phases.at(Phase.HEALTH);
                proving.prove(tenant, claim, plugin, () -> settle(claim));
            }
        } catch (RuntimeException e) {
            proving.ruleAgain(tenant, claim.present().plugin());
            throw e;
        }
    }

    private void settle(Claim claim) {
        operations.settleCompanions(claim);
        installations.release(claim.operation());
    }

    private void switchOver(Tenant tenant, Claim claim) {
        StoredVersion target = claim.version();
        Installation from = claim.present();
        PluginRef ref = target.ref();
        if (!versions.hold(ref)) {
            throw PlexicaException.conflict("version-withdrawn", ref + " has just been withdrawn or stopped");
        }
        permissions.register(tenant.slug(), target.manifest());
        operations
                .registry()
                .find(from.plugin())
                .ifPresent(present -> permissions.grantAdded(
                        tenant.slug(), NewPermissions.of(present.manifest(), target.manifest())));
        MoveOrigin course = claim.course();
        installations.moved(claim.operation(), ref.version(), course.reason());
        if (course.rollout() != null && !course.back()) {
            rolledOut.mark(claim.operation(), course.rollout(), from.plugin().version(), course.guard());
        }
        record(tenant, from.plugin(), ref, course.reason());
        database.afterCommit(() -> routes.put(tenant.slug(), ref, from.enabled()));
    }

    private void record(Tenant tenant, PluginRef from, PluginRef to, @Nullable String reason) {
        audit.record(
                tenant.slug(),
                ACTION,
                "plugin",
                to.id(),
                Map.of("version", from.version()),
                reason == null ? Map.of("version", to.version()) : Map.of("version", to.version(), "reason", reason));
    }
}
