package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.MoveOrigin;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.StateWarnings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.tenant.HealthGate;
import io.plexica.plugins.internal.tenant.TenantPlugins;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the tenants that rollouts have moved, after all who waited have gone, and moves them back when the version fails or is
 * not well there. What it knows is in the database: when a node dies, the others watch on, and finish what it began.
 */
@Component(service = RolloutGuard.class, immediate = true)
public final class RolloutGuard {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutGuard.class);
    private static final String UPGRADED = "core.plugin.upgraded";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** So long after its watch has ended a tenant that cannot go back is tried again; nobody is moved by surprise later. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RolloutMoves moves;
    private final CallCounts counts;
    private final TenantPlugins plugins;
    private final HealthGate gate;
    private final Registry registry;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Map<PluginRef, VersionObservation> sights = new HashMap<>();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-rollout-guard"));

    /** Looks now and then. */
    @Activate
    public RolloutGuard(
            @Reference RolloutMoves moves,
            @Reference CallCounts counts,
            @Reference TenantPlugins plugins,
            @Reference HealthGate gate,
            @Reference PluginRuntime runtime,
            @Reference Tenants tenants,
            @Reference AuditLog audit) {
        this(moves, counts, plugins, gate, runtime, tenants, audit, PAUSE);
    }

    /** The same with another pause. */
    public RolloutGuard(
            RolloutMoves moves,
            CallCounts counts,
            TenantPlugins plugins,
            HealthGate gate,
            PluginRuntime runtime,
            Tenants tenants,
            AuditLog audit,
            Duration pause) {
        this.moves = moves;
        this.counts = counts;
        this.plugins = plugins;
        this.gate = gate;
        this.registry = runtime.registry();
        this.tenants = tenants;
        this.audit = audit;
        executor.scheduleWithFixedDelay(this::safely, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Watches no more; other nodes do. */
    @Deactivate
    public void close() {
        executor.shutdownNow();
    }

    private void safely() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            look();
        } catch (PlexicaException e) {
            LOG.debug("Rollouts are watched again later", e);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Rollouts could not be watched", e);
        }
    }

    private void look() {
        List<RolloutMove> all = moves.all();
        if (all.isEmpty()) {
            sights.clear();
            return;
        }
        if (moves.promote() > 0) {
            LOG.info("Tenants that were moved have been well for long enough");
        }
        Map<PluginRef, List<RolloutMove>> watched =
                all.stream().filter(this::isThere).collect(Collectors.groupingBy(RolloutMove::target));
        sights.keySet().retainAll(watched.keySet());
        watched.forEach(this::watch);
        all.stream().filter(move -> move.backReason() != null).forEach(this::moveBack);
    }

    private void watch(PluginRef target, List<RolloutMove> there) {
        if (there.stream().anyMatch(move -> move.backReason() != null)) {
            return;
        }
        Optional<String> objection = stopped(target);
        if (objection.isEmpty() && registry.running(target).isPresent()) {
            objection = sights.computeIfAbsent(target, key -> new VersionObservation(counts))
                    .look(there, slug -> demandHealth(target, slug));
        }
        objection.ifPresent(reason -> condemn(target, reason));
    }

    /** A version that somebody has stopped for all serves nobody; the one before does. */
    private Optional<String> stopped(PluginRef target) {
        return registry.find(target)
                .filter(version -> version.state().isQuarantined())
                .map(StateWarnings::of)
                .map(warnings -> warnings.get(0));
    }

    private void demandHealth(PluginRef target, String slug) {
        tenants.find(slug)
                .filter(tenant -> tenant.status() == TenantStatus.ACTIVE)
                .ifPresent(tenant -> registry.running(target).ifPresent(plugin -> gate.demandHealth(tenant, plugin)));
    }

    private void condemn(PluginRef target, String reason) {
        int tenantsBack = moves.condemn(target, reason);
        if (tenantsBack > 0) {
            String sentence = "The rollout of " + target + " is to be taken back in " + tenantsBack
                    + (tenantsBack == 1 ? " tenant: " : " tenants: ") + reason;
            LOG.warn("{}", sentence);
            audit.recordFailure(null, Rollouts.ACTION, "plugin", target.toString(), sentence);
            moves.all().stream()
                    .filter(move -> move.target().equals(target) && move.backReason() != null)
                    .forEach(this::moveBack);
        }
    }

    /**
     * Several nodes may do it at once: one does, and the others find it done. What this node does not serve another one does, and
     * what is being worked on has to wait.
     */
    private void moveBack(RolloutMove move) {
        Tenant tenant = tenants.find(move.tenant()).orElse(null);
        Installation present =
                tenant == null ? null : plugins.find(tenant, move.plugin()).orElse(null);
        if (tenant == null || present == null || present.operation() != null && !isOverdue(move)) {
            return;
        }
        String reason = Objects.requireNonNull(move.backReason());
        try {
            plugins.moveBack(
                    tenant,
                    move.before(),
                    MoveOrigin.back(move.rollout(), RolloutMove.takenBack(move.target(), reason)));
            LOG.info("{} is back on {}", move.tenant(), move.before());
        } catch (PlexicaException e) {
            stays(move, reason, e.detail());
        }
    }

    private void stays(RolloutMove move, String reason, String why) {
        if (!isOverdue(move)) {
            if (moves.stuck(move, why)) {
                LOG.warn("{} cannot go back to {} yet: {}", move.tenant(), move.before(), why);
            }
            return;
        }
        String sentence = "The rollout of " + move.to() + " could not be taken back (" + reason
                + "), and is not any more: " + why;
        if (moves.giveUp(move, sentence)) {
            LOG.warn("{} stays on {}: {}", move.tenant(), move.target(), sentence);
            audit.recordFailure(move.tenant(), UPGRADED, "plugin", move.plugin(), sentence);
        }
    }

    private boolean isOverdue(RolloutMove move) {
        return moves.isOverdue(move, PATIENCE);
    }

    /** Whether a tenant is where it was moved, for people may have moved it on. */
    private boolean isThere(RolloutMove move) {
        return tenants.find(move.tenant())
                .flatMap(tenant -> plugins.find(tenant, move.plugin()))
                .filter(installation ->
                        installation.enabled() && installation.plugin().equals(move.target()))
                .isPresent();
    }
}
