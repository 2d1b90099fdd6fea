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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a tenant to another version. The old one serves until the switch, calls in flight end on it, and it goes on running
 * for others. Safe for all threads.
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
            @Reference Routes routes,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.versions = versions;
        this.schemas = schemas;
        this.permissions = permissions;
        this.hooks = hooks;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /** Moves a tenant; nothing happens when it is on that version. */
    void upgrade(Tenant tenant, StoredVersion target) {
        operations.run(operation -> {
            Installation found =
                    operations.claim(operation, tenant.slug(), target.manifest().id(), "upgrade", Switching::isPresent);
            try {
                if (found.plugin().equals(target.ref())) {
                    Transactions.alone(database, () -> installations.release(operation));
                } else {
                    move(operation, tenant, found, target);
                }
            } catch (RuntimeException e) {
                throw operations.failed(operation, tenant.slug(), target.ref(), ACTION, e);
            }
            return Boolean.TRUE;
        });
    }

    private void move(UUID operation, Tenant tenant, Installation from, StoredVersion target) {
        demand(tenant, from, target);
        RunningPlugin plugin = operations.running(target.ref());
        LifecycleEvent event = new LifecycleEvent(
                tenant.info(), target.ref().version(), from.plugin().version());
        Tables.bring(schemas, tenant.slug(), plugin);
        try {
            hooks.before(plugin, tenant, "beforeUpgrade", lifecycle -> lifecycle.beforeUpgrade(event));
            Transactions.alone(database, () -> finish(operation, tenant, from, target));
        } catch (RuntimeException e) {
            ruleAgain(tenant, from);
            throw e;
        }
        hooks.after(plugin, tenant, "afterUpgrade", lifecycle -> lifecycle.afterUpgrade(event));
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

    private void demand(Tenant tenant, Installation from, StoredVersion target) {
        String id = target.manifest().id();
        InstallPlan.demandPlan(target.manifest(), tenant);
        Neighbours neighbours = operations.neighbours(tenant, id, Installation::enabled);
        if (from.enabled()) {
            neighbours.demandFor(target.manifest());
        }
        neighbours.demandEverybodyAccepts(id, target.manifest().version());
        operations.registry().find(from.plugin()).ifPresent(present -> {
            neighbours.demandServicesStay(present.manifest(), Optional.of(target.manifest()));
            demandTables(present, target);
        });
    }

    /** Tables only ever move forward: an older version must be content with the same ones. */
    private static void demandTables(StoredVersion present, StoredVersion target) {
        boolean older = target.manifest().version().compareTo(present.manifest().version()) < 0;
        if (older && !target.migrationsDigest().equals(present.migrationsDigest())) {
            throw PlexicaException.conflict(
                    "schema-newer",
                    present.ref() + " has changed the tables since " + target.ref()
                            + ", and tables do not go back; publish a newer version instead");
        }
    }

    private void finish(UUID operation, Tenant tenant, Installation from, StoredVersion target) {
        PluginRef ref = target.ref();
        if (!versions.hold(ref)) {
            throw PlexicaException.conflict("version-withdrawn", ref + " has just been withdrawn");
        }
        permissions.register(tenant.slug(), target.manifest());
        operations
                .registry()
                .find(from.plugin())
                .ifPresent(present -> permissions.grantAdded(
                        tenant.slug(), NewPermissions.of(present.manifest(), target.manifest())));
        installations.moved(operation, ref.version());
        audit.record(
                tenant.slug(),
                ACTION,
                "plugin",
                ref.id(),
                Map.of("version", from.plugin().version()),
                Map.of("version", ref.version()));
        database.afterCommit(() -> routes.put(tenant.slug(), ref, from.enabled()));
    }
}
