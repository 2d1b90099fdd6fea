package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.Configurations;
import io.plexica.plugins.internal.plan.Action;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStatus;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.tenant.Progress.Phase;
import io.plexica.plugins.internal.tenant.Progress.Phases;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.context.Contexts;
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
 * Installs a plugin for a tenant, once that is planned and claimed: the plugin's own veto, tables, then permissions, status
 * and audit row in one transaction, then the route. A failed first installation drops what it made. Safe for all threads.
 */
@Component(service = InstallExecutor.class)
public final class InstallExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(InstallExecutor.class);
    private static final String ACTION = "core.plugin.installed";

    private final Operations operations;
    private final InstallationStore installations;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;
    private final Configurations configurations;
    private final Hooks hooks;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public InstallExecutor(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions,
            @Reference Configurations configurations,
            @Reference Hooks hooks,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.schemas = schemas;
        this.permissions = permissions;
        this.configurations = configurations;
        this.hooks = hooks;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /**
     * Installs and enables a version.
     *
     * @throws PlexicaException when it failed; what it made is gone then
     */
    void install(Tenant tenant, Claim claim, Phases phases) {
        PluginRef ref = claim.plugin();
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        RunningPlugin plugin;
        try {
            plugin = operations.running(ref);
            phases.at(Phase.ASKING);
            hooks.before(plugin, tenant, "beforeInstall", lifecycle -> lifecycle.beforeInstall(event));
            phases.at(Phase.TABLES);
            bringTables(tenant, claim, plugin);
            phases.at(Phase.SWITCHING);
            Transactions.alone(
                    database, () -> finish(tenant, claim, plugin.candidate().manifest()));
        } catch (RuntimeException e) {
            throw failed(tenant, claim, Failures.of(ref, e));
        }
        phases.at(Phase.TELLING);
        hooks.after(plugin, tenant, "afterInstall", lifecycle -> lifecycle.afterInstall(event));
    }

    /** Gives up an installation that was not begun, since what it needs failed. */
    void letGo(Tenant tenant, Claim claim, PlexicaException reason) {
        failed(tenant, claim, reason);
    }

    /** Takes back an installation that is done and came along with one that failed. */
    void takeBack(Tenant tenant, Claim claim, String reason) {
        PluginRef ref = claim.plugin();
        Transactions.alone(database, () -> {
            permissions.withdraw(tenant.slug(), ref.id());
            installations.takenBack(claim.operation(), reason);
            audit.record(
                    tenant.slug(),
                    AuditActions.of(Action.UNINSTALL),
                    "plugin",
                    ref.id(),
                    Map.of("version", ref.version()),
                    Map.of("reason", reason));
            database.afterCommit(() -> routes.remove(tenant.slug(), ref.id()));
        });
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        operations
                .find(ref)
                .ifPresent(plugin ->
                        hooks.after(plugin, tenant, "afterUninstall", lifecycle -> lifecycle.afterUninstall(event)));
        if (claim.fresh()) {
            schemas.drop(tenant.slug(), ref.id());
        }
        Transactions.alone(database, () -> installations.settled(claim.operation(), false));
    }

    /** Tables that an uninstallation kept are those of the version that was there then. */
    private void bringTables(Tenant tenant, Claim claim, RunningPlugin plugin) {
        Installation kept = claim.fresh() ? null : claim.before();
        Tables.bring(
                schemas,
                tenant.slug(),
                plugin,
                kept != null && kept.status() == InstallationStatus.UNINSTALLED
                        ? kept.plugin().version()
                        : null,
                kept == null ? null : kept.tablesFrom(),
                noted -> Transactions.alone(database, () -> installations.tablesFrom(claim.operation(), noted)));
    }

    private void finish(Tenant tenant, Claim claim, PluginManifest manifest) {
        PluginRef ref = claim.plugin();
        permissions.register(tenant.slug(), manifest);
        if (claim.grant()) {
            permissions.grantDefaults(tenant.slug(), manifest);
        }
        if (claim.along()) {
            installations.installedAlong(claim.operation(), Contexts.require().principal());
        } else {
            installations.installed(claim.operation(), Contexts.require().principal(), claim.grant());
            operations.settleCompanions(claim);
        }
        configurations.initial(tenant, manifest, claim.configuration());
        audit.record(tenant.slug(), ACTION, "plugin", ref.id(), null, Map.of("version", ref.version()));
        database.afterCommit(() -> routes.put(tenant.slug(), ref, true));
    }

    private PlexicaException failed(Tenant tenant, Claim claim, PlexicaException failure) {
        PluginRef ref = claim.plugin();
        LOG.warn("{} could not be installed for {}", ref, tenant.slug(), failure);
        try {
            if (claim.fresh()) {
                schemas.drop(tenant.slug(), ref.id());
            }
            Transactions.alone(database, () -> installations.failed(claim.operation(), failure.detail()));
        } catch (PlexicaException e) {
            // The database is not there: the installation is undone as one that was broken off, once it is back.
            LOG.warn("{} for {} will be undone later", ref, tenant.slug(), e);
        }
        audit.recordFailure(tenant.slug(), ACTION, "plugin", ref.id(), failure.detail());
        return failure;
    }
}
