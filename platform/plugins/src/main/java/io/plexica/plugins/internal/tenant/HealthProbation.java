package io.plexica.plugins.internal.tenant;

import io.plexica.api.plugin.LifecycleEvent;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.NewPermissions;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.StateWarnings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.OngoingWork;
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
 * What a move to a version with a health check ends with: the version, which serves already, is asked whether it is well in the
 * tenant, and the tenant stays or goes back. Whoever finds that broken off does it again. Safe for all threads.
 */
@Component(service = HealthProbation.class)
public final class HealthProbation {

    private static final Logger LOG = LoggerFactory.getLogger(HealthProbation.class);

    private final Operations operations;
    private final InstallationStore installations;
    private final OngoingWork underWay;
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
    public HealthProbation(
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference OngoingWork underWay,
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
        this.underWay = underWay;
        this.versions = versions;
        this.schemas = schemas;
        this.permissions = permissions;
        this.hooks = hooks;
        this.gate = gate;
        this.routes = routes;
        this.database = database;
        this.audit = audit;
    }

    /** Remembers, in the unit of work of the switch, that the version has yet to say that it is well. */
    void begin(Claim claim) {
        underWay.unproven(claim.operation(), claim.present().plugin().version());
    }

    /**
     * Asks the version, and looks whether it was stopped meanwhile. When it is not well, the tenant goes back to the one before;
     * its tables stay.
     *
     * @param settle ends the move in a unit of work in which the version stays what it is
     * @throws PlexicaException why it is not well
     */
    void prove(Tenant tenant, Claim claim, RunningPlugin plugin, Runnable settle) {
        try {
            gate.demandHealth(tenant, plugin);
        } catch (PlexicaException e) {
            throw back(tenant, claim, e);
        }
        if (!settled(claim.plugin(), settle)) {
            throw back(tenant, claim, PlexicaException.conflict("version-quarantined", stopped(claim.plugin())));
        }
    }

    private PlexicaException back(Tenant tenant, Claim claim, PlexicaException objection) {
        PluginRef before = claim.present().plugin();
        Transactions.alone(
                database, () -> switchBack(tenant, claim.operation(), before, claim.plugin(), objection.detail()));
        return objection;
    }

    /** Ends a move, unless the version has been stopped since it was asked. */
    private boolean settled(PluginRef present, Runnable settle) {
        return Transactions.alone(database, () -> {
            boolean stays = versions.hold(present);
            if (stays) {
                settle.run();
            }
            return stays;
        });
    }

    /**
     * Ends a move whose proof was broken off: asks again, and where the version does not run takes the tenant back. What cannot be
     * asked at the moment is asked later, whatever that takes.
     *
     * @param operation the run that has taken it over
     * @param from the version that the tenant came from
     */
    void end(Tenant tenant, Installation installation, UUID operation, String from) {
        PluginRef present = installation.plugin();
        PluginRef before = new PluginRef(present.id(), from);
        Runnable release = () -> installations.release(operation);
        if (present.equals(before)) {
            Transactions.alone(database, release);
            return;
        }
        String objection = objection(tenant, present)
                .or(() -> settled(present, release) ? Optional.empty() : Optional.of(stopped(present)))
                .orElse(null);
        if (objection == null) {
            LOG.info("{} is well in {}, where it was moved before its node stopped", present, tenant.slug());
            LifecycleEvent event = new LifecycleEvent(tenant.info(), present.version(), from);
            operations
                    .find(present)
                    .ifPresent(plugin ->
                            hooks.after(plugin, tenant, "afterUpgrade", lifecycle -> lifecycle.afterUpgrade(event)));
            return;
        }
        audit.recordFailure(tenant.slug(), UpgradeExecutor.ACTION, "plugin", present.id(), objection);
        if (operations.registry().find(before).isEmpty()) {
            LOG.warn("{} stays in {} since {} is gone: {}", present, tenant.slug(), before, objection);
            Transactions.alone(database, () -> installations.release(operation));
            return;
        }
        Transactions.alone(database, () -> {
            switchBack(tenant, operation, before, present, objection);
            installations.release(operation);
        });
        ruleAgain(tenant, before);
    }

    private String stopped(PluginRef version) {
        return versions.find(version)
                .map(StateWarnings::of)
                .flatMap(warnings -> warnings.stream().findFirst())
                .orElse(version + " has just been withdrawn");
    }

    private Optional<String> objection(Tenant tenant, PluginRef present) {
        RunningPlugin plugin = operations.find(present).orElse(null);
        if (plugin == null) {
            return Optional.of(present + " does not run: " + StateWarnings.whyIdle(operations.registry(), present));
        }
        if (underWay.hasCompanions(tenant.slug(), present.id(), OperationNames.like(present.id()))) {
            return Optional.of("The platform stopped before what " + present + " needs was there");
        }
        try {
            gate.demandHealth(tenant, plugin);
            return Optional.empty();
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                throw e;
            }
            return Optional.of(e.detail());
        }
    }

    private void switchBack(Tenant tenant, UUID operation, PluginRef before, PluginRef from, String reason) {
        Optional<StoredVersion> left = operations.registry().find(from);
        operations.registry().find(before).ifPresent(old -> {
            permissions.register(tenant.slug(), old.manifest());
            left.ifPresent(version ->
                    permissions.grantAdded(tenant.slug(), NewPermissions.of(version.manifest(), old.manifest())));
        });
        installations.moved(
                operation, before.version(), "The upgrade to " + from.version() + " was taken back: " + reason);
        audit.record(
                tenant.slug(),
                UpgradeExecutor.ACTION,
                "plugin",
                before.id(),
                Map.of("version", from.version()),
                Map.of("version", before.version()));
        database.afterCommit(() -> routes.put(tenant.slug(), before, true));
    }

    /** The rules that keep workspaces apart follow the version that brought its tables last: the present one again. */
    void ruleAgain(Tenant tenant, PluginRef present) {
        try {
            operations.find(present).ifPresent(plugin -> Tables.bring(schemas, tenant.slug(), plugin));
        } catch (PlexicaException e) {
            LOG.warn("The tables of {} for {} could not be looked after", present, tenant.slug(), e);
        }
    }
}
