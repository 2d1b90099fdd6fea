package io.plexica.plugins.internal.tenant;

import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.NewPermissions;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a tenant to another version. The old one serves until the switch, calls in flight end on it, and it goes on running
 * for others. Right after the switch the new one is asked whether it is well; if not, calls go back to the old one. Safe for
 * all threads.
 */
@Component(service = Upgrading.class)
public final class Upgrading {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrading.class);
    private static final String ACTION = "core.plugin.upgraded";

    private final Operations operations;
    private final InstallationStore installations;
    private final VersionStore versions;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;
    private final Hooks hooks;
    private final HealthGate gate;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public Upgrading(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference VersionStore versions,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions,
            @Reference Hooks hooks,
            @Reference HealthGate gate,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.versions = versions;
        this.schemas = schemas;
        this.permissions = permissions;
        this.hooks = hooks;
        this.gate = gate;
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
            phases.at(Phase.TABLES);
            Tables.bring(schemas, tenant.slug(), plugin);
            move(tenant, claim, plugin, event, phases);
        } catch (RuntimeException e) {
            throw operations.failed(claim.operation(), tenant.slug(), ref, ACTION, e);
        }
        phases.at(Phase.TELLING);
        hooks.after(plugin, tenant, "afterUpgrade", lifecycle -> lifecycle.afterUpgrade(event));
    }

    private void move(Tenant tenant, Claim claim, RunningPlugin plugin, LifecycleEvent event, Phases phases) {
        boolean gated = claim.present().enabled() && HealthGate.isThere(plugin);
        try {
            phases.at(Phase.ASKING);
            hooks.before(plugin, tenant, "beforeUpgrade", lifecycle -> lifecycle.beforeUpgrade(event));
            phases.at(Phase.SWITCHING);
            Transactions.alone(database, () -> {
                switchOver(tenant, claim);
                if (!gated) {
                    settle(claim);
                }
            });
            if (gated) {
                phases.at(Phase.HEALTH);
                pass(tenant, claim, plugin);
            }
        } catch (RuntimeException e) {
            ruleAgain(tenant, claim.present());
            throw e;
        }
    }

    /** The new version serves already. When it is not well, the tenant goes back to the old one; its tables stay. */
    private void pass(Tenant tenant, Claim claim, RunningPlugin plugin) {
        try {
            gate.demandHealth(tenant, plugin);
        } catch (PlexicaException e) {
            Transactions.alone(database, () -> switchBack(tenant, claim, e.detail()));
            throw e;
        }
        Transactions.alone(database, () -> settle(claim));
    }

    private void settle(Claim claim) {
        operations.settleCompanions(claim);
        installations.release(claim.operation());
    }

    /** The rules that keep workspaces apart follow the version that brought its tables last: the present one again. */
    private void ruleAgain(Tenant tenant, Installation from) {
        try {
            operations
                    .registry()
                    .running(from.plugin())
                    .ifPresent(present -> Tables.bring(schemas, tenant.slug(), present));
        } catch (PlexicaException e) {
            LOG.warn("The tables of {} for {} could not be looked after", from.plugin(), tenant.slug(), e);
        }
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
        installations.moved(claim.operation(), ref.version(), null);
        record(tenant, from.plugin(), ref);
        database.afterCommit(() -> routes.put(tenant.slug(), ref, from.enabled()));
    }

    private void switchBack(Tenant tenant, Claim claim, String reason) {
        PluginRef before = claim.present().plugin();
        operations.registry().find(before).ifPresent(old -> {
            permissions.register(tenant.slug(), old.manifest());
            permissions.grantAdded(
                    tenant.slug(), NewPermissions.of(claim.version().manifest(), old.manifest()));
        });
        installations.moved(
                claim.operation(),
                before.version(),
                "The upgrade to " + claim.plugin().version() + " was taken back: " + reason);
        record(tenant, claim.plugin(), before);
        database.afterCommit(() -> routes.put(tenant.slug(), before, true));
    }

    private void record(Tenant tenant, PluginRef from, PluginRef to) {
        audit.record(
                tenant.slug(),
                ACTION,
                "plugin",
                to.id(),
                Map.of("version", from.version()),
                Map.of("version", to.version()));
    }
}
