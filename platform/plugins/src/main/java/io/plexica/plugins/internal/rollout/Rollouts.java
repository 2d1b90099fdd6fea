package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.settings.RegistrySettings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves many tenants to a version. Safe for all threads. */
@Component(service = Rollouts.class)
public final class Rollouts {

    private static final Logger LOG = LoggerFactory.getLogger(Rollouts.class);

    static final String ACTION = "core.plugin.rolled-out";
    private static final String CANCELLED = "core.plugin.rollout-cancelled";

    private final TenantPlugins plugins;
    private final PluginRuntime runtime;
    private final InstallationStore installations;
    private final Tenants tenants;
    private final RolloutClaims claims;
    private final RolloutMoves moves;
    private final CallCounts counts;
    private final RegistrySettings settings;
    private final Database database;
    private final AuditLog audit;
    private final RolloutHeartbeat heartbeat;

    /** Takes what it works with. */
    @Activate
    public Rollouts(
            @Reference TenantPlugins plugins,
            @Reference PluginRuntime runtime,
            @Reference InstallationStore installations,
            @Reference Tenants tenants,
            @Reference RolloutClaims claims,
            @Reference RolloutMoves moves,
            @Reference CallCounts counts,
            @Reference RegistrySettings settings,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.plugins = plugins;
        this.runtime = runtime;
        this.installations = installations;
        this.tenants = tenants;
        this.claims = claims;
        this.moves = moves;
        this.counts = counts;
        this.settings = settings;
        this.database = database;
        this.audit = audit;
        this.heartbeat = new RolloutHeartbeat(claims);
    }

    /** Stops saying that rollouts go on. */
    @Deactivate
    public void close() {
        heartbeat.close();
    }

    /**
     * Refuses what can be refused at once, and holds the plugin for a rollout that is then {@link #run} or
     * {@link #abandon abandoned}.
     *
     * @throws PlexicaException {@code validation-failed}, {@code plugin-not-found}, {@code plugin-unavailable}, or
     *     {@code conflict} when the version is given to nobody any more or somebody else rolls the plugin out
     */
    public Rollout begin(String pluginId, RolloutWish wish) {
        PluginRef target = new PluginRef(pluginId, RolloutWish.checked(wish).target());
        demandTarget(target);
        Rollout rollout =
                new Rollout(UUID.randomUUID(), target, Selection.of(wish, holders(pluginId), tenants.plans()));
        Principal by = Contexts.require().principal();
        claims.claim(rollout.id(), target, by == null ? "system" : by.email());
        return rollout;
    }

    /** Lets go of a rollout that does not run. */
    public void abandon(Rollout rollout) {
        claims.end(rollout.id());
    }

    /** Moves the tenants, one after the other, in the caller's context; returns when that is done, or undone. */
    public RolloutReport run(Rollout rollout, RolloutProgress progress) {
        Future<?> beats = heartbeat.of(rollout.id());
        try {
            RolloutReport report = new RolloutRun(
                            rollout,
                            plugins,
                            claims,
                            moves,
                            new ErrorWatch(counts, rollout.target()),
                            settings.current().rolloutWatch(),
                            settings.current().rolloutGuard(),
                            progress)
                    .run();
            record(report);
            return report;
        } finally {
            beats.cancel(false);
            letGo(rollout);
        }
    }

    /** What cannot be said is noticed within a minute, since nobody hears of the rollout any more. */
    private void letGo(Rollout rollout) {
        try {
            claims.end(rollout.id());
        } catch (PlexicaException e) {
            LOG.warn("The rollout of {} is over, which nobody can be told at the moment", rollout.target(), e);
        }
    }

    /**
     * Ends the rollout of a plugin, on whichever node it runs, before the next tenant. It counts as stopped; who says so first
     * says how.
     *
     * @param keep whether the tenants that were moved stay, and are watched; otherwise they go back
     * @throws PlexicaException {@code plugin-not-found}, or {@code conflict} when none is on its way, or it moves
     *     nobody any more
     */
    public Cancellation cancel(String pluginId, boolean keep) {
        demandPlugin(pluginId);
        Principal by = Contexts.require().principal();
        return Transactions.alone(database, () -> {
            Optional<Cancellation> said = claims.cancel(pluginId, by == null ? "system" : by.email(), keep);
            said.ifPresent(first -> audit.record(
                    null, CANCELLED, "plugin", first.plugin() + "@" + first.version(), null, Map.of("keep", keep)));
            return said.or(() -> claims.cancelledBefore(pluginId))
                    .orElseThrow(() -> PlexicaException.conflict("no-rollout", pluginId + " is not being rolled out")
                            .with("plugin", pluginId));
        });
    }

    private void demandPlugin(String pluginId) {
        if (runtime.registry().versions(pluginId).isEmpty()) {
            throw new PlexicaException(ErrorCode.PLUGIN_NOT_FOUND, "There is no plugin '" + pluginId + "'")
                    .with("plugin", pluginId);
        }
    }

    /**
     * The tenants that were moved to versions of a plugin and are still watched.
     *
     * @throws PlexicaException {@code plugin-not-found} when there is no such plugin
     */
    public List<RolloutMove> watched(String pluginId) {
        demandPlugin(pluginId);
        return moves.all().stream()
                .filter(move -> move.plugin().equals(pluginId))
                .toList();
    }

    private void record(RolloutReport report) {
        String resource = report.plugin() + "@" + report.version();
        if (report.failure().isPresent()) {
            audit.recordFailure(null, ACTION, "plugin", resource, report.summary());
            return;
        }
        Map<String, Object> details =
                Map.of("moved", report.moved(), "unchanged", report.unchanged(), "failed", report.failed());
        try {
            Patience.USUAL.ask(() -> {
                Transactions.alone(database, () -> audit.record(null, ACTION, "plugin", resource, null, details));
                return true;
            });
        } catch (PlexicaException e) {
            // The tenants are where the report says they are, each with a row of its own.
            LOG.error("The audit log does not have the end of a rollout: {}", report.summary(), e);
        }
    }

    private void demandTarget(PluginRef target) {
        StoredVersion version = runtime.registry()
                .find(target)
                .orElseThrow(() -> new PlexicaException(
                                ErrorCode.PLUGIN_NOT_FOUND,
                                "There is no version " + target.version() + " of the plugin " + target.id())
                        .with("plugin", target.id()));
        if (!version.status().isInstallable()) {
            throw PlexicaException.conflict(
                            "version-status",
                            target + " is " + version.status() + ": release it before you roll it out")
                    .with("plugin", target.id());
        }
        if (runtime.registry().running(target).isEmpty()) {
            throw new PlexicaException(
                            ErrorCode.PLUGIN_UNAVAILABLE,
                            target + " does not run: "
                                    + runtime.registry().problem(target).orElse("it is still being started"))
                    .with("plugin", target.id());
        }
    }

    /** The tenants of this deployment that have the plugin and are there to stay. */
    private List<Tenant> holders(String pluginId) {
        return installations.all().stream()
                .filter(installation -> installation.plugin().id().equals(pluginId)
                        && installation.status().isPresent())
                .map(Installation::tenantSlug)
                .map(tenants::find)
                .flatMap(Optional::stream)
                .filter(tenant -> tenant.status() == TenantStatus.ACTIVE || tenant.status() == TenantStatus.SUSPENDED)
                .filter(tenant -> tenants.pinned().map(tenant.slug()::equals).orElse(true))
                .toList();
    }
}
