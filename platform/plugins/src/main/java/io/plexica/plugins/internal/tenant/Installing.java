package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.configuration.Configurations;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs a plugin for a tenant: tables, the plugin's own veto, then permissions, status and audit row in one transaction,
 * then the route. A failed first installation drops what it made. Safe for all threads.
 */
@Component(service = Installing.class)
public final class Installing {

    private static final Logger LOG = LoggerFactory.getLogger(Installing.class);
    private static final String ACTION = "core.plugin.installed";

    private final Operations operations;
    private final InstallationStore installations;
    private final VersionStore versions;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;
    private final Configurations configurations;
    private final Hooks hooks;
    private final Routes routes;
    private final Database database;
    private final AuditLog audit;

    /** Takes what it works with. */
    @Activate
    public Installing(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference VersionStore versions,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions,
            @Reference Configurations configurations,
            @Reference Hooks hooks,
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.versions = versions;
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
     * @param configuration the tenant's settings of it; empty for those that there are
     * @param grantDefaults whether roles get the permissions that they get by default; null for only the first time
     */
    void install(Tenant tenant, StoredVersion version, Map<String, ?> configuration, @Nullable Boolean grantDefaults) {
        refuseIfThere(tenant, version.ref());
        configurations.check(tenant, version.manifest(), configuration);
        InstallPlan.demandPlan(version.manifest(), tenant);
        operations
                .neighbours(tenant, version.manifest().id(), Installation::enabled)
                .demandFor(version.manifest());
        RunningPlugin plugin = operations.running(version.ref());
        operations.run(operation -> {
            install(operation, tenant, plugin, configuration, grantDefaults);
            return Boolean.TRUE;
        });
    }

    private void install(
            UUID operation,
            Tenant tenant,
            RunningPlugin plugin,
            Map<String, ?> configuration,
            @Nullable Boolean grantDefaults) {
        PluginRef ref = plugin.candidate().ref();
        boolean fresh = !schemas.exists(tenant.slug(), ref.id());
        boolean grant = begin(operation, tenant, ref, fresh, grantDefaults);
        LifecycleEvent event = new LifecycleEvent(tenant.info(), ref.version(), null);
        try {
            Tables.bring(schemas, tenant.slug(), plugin);
            hooks.before(plugin, tenant, "beforeInstall", lifecycle -> lifecycle.beforeInstall(event));
            Transactions.alone(database, () -> {
                finish(operation, tenant, plugin, grant);
                configurations.initial(tenant, plugin.candidate().manifest(), configuration);
            });
        } catch (RuntimeException e) {
            throw failed(operation, tenant, ref, fresh, e);
        }
        hooks.after(plugin, tenant, "afterInstall", lifecycle -> lifecycle.afterInstall(event));
    }

    /** Records the beginning; says whether defaults are to be granted. */
    private boolean begin(
            UUID operation, Tenant tenant, PluginRef ref, boolean fresh, @Nullable Boolean grantDefaults) {
        return Transactions.alone(database, () -> {
            if (!versions.hold(ref)) {
                throw PlexicaException.conflict("version-withdrawn", ref + " has just been withdrawn");
            }
            boolean grantedBefore = installations
                    .find(tenant.slug(), ref.id())
                    .map(Installation::granted)
                    .orElse(false);
            if (!installations.begin(tenant.slug(), ref, operation, fresh)) {
                refuseIfThere(tenant, ref);
                throw PlexicaException.conflict("operation-in-progress", ref.id() + " is being worked on");
            }
            return grantDefaults == null ? !grantedBefore : grantDefaults;
        });
    }

    private void finish(UUID operation, Tenant tenant, RunningPlugin plugin, boolean grant) {
        PluginManifest manifest = plugin.candidate().manifest();
        PluginRef ref = plugin.candidate().ref();
        permissions.register(tenant.slug(), manifest);
        if (grant) {
            permissions.grantDefaults(tenant.slug(), manifest);
        }
        installations.installed(operation, Contexts.require().principal(), grant);
        audit.record(tenant.slug(), ACTION, "plugin", ref.id(), null, Map.of("version", ref.version()));
        database.afterCommit(() -> routes.put(tenant.slug(), ref, true));
    }

    private void refuseIfThere(Tenant tenant, PluginRef ref) {
        Optional<Installation> found = installations.find(tenant.slug(), ref.id());
        if (found.isEmpty()) {
            return;
        }
        Installation installation = found.get();
        if (installation.status().isPresent()) {
            throw PlexicaException.conflict(
                            "already-installed", installation.plugin() + " is installed in this tenant already")
                    .with("plugin", ref.id());
        }
        if (installation.operation() != null) {
            throw Operations.busy(installation);
        }
    }

    private PlexicaException failed(
            UUID operation, Tenant tenant, PluginRef ref, boolean fresh, RuntimeException cause) {
        PlexicaException failure = Failures.of(ref, cause);
        LOG.warn("{} could not be installed for {}", ref, tenant.slug(), cause);
        try {
            if (fresh) {
                schemas.drop(tenant.slug(), ref.id());
            }
            Transactions.alone(database, () -> installations.failed(operation, failure.detail()));
        } catch (PlexicaException e) {
            // The database is not there: the installation is undone as one that was broken off, once it is back.
            LOG.warn("{} for {} will be undone later", ref, tenant.slug(), e);
        }
        audit.recordFailure(tenant.slug(), ACTION, "plugin", ref.id(), failure.detail());
        return failure;
    }
}
