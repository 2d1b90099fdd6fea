package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.Action;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.plan.MoveOrigin;
import io.plexica.plugins.internal.plan.Plan;
import io.plexica.plugins.internal.plan.Planner;
import io.plexica.plugins.internal.plan.Snapshot;
import io.plexica.plugins.internal.plan.Step;
import io.plexica.plugins.internal.preview.ExpectedState;
import io.plexica.plugins.internal.preview.Previews;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.OngoingWork;
import io.plexica.plugins.internal.store.RolledOut;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans and claims in one transaction, under a lock of the tenant's: what the plan was made from still holds once all that
 * it is about is claimed, and whoever plans next sees the claims. Safe for all threads.
 */
@Component(service = PlanClaims.class)
public final class PlanClaims {

    private final Operations operations;
    private final Snapshots snapshots;
    private final Previews previews;
    private final InstallationStore installations;
    private final VersionStore versions;
    private final OngoingWork underWay;
    private final RolledOut rolledOut;
    private final PluginSchemas schemas;
    private final Database database;

    /** Takes what it works with. */
    @Activate
    public PlanClaims(
            @Reference Operations operations,
            @Reference Snapshots snapshots,
            @Reference Previews previews,
            @Reference InstallationStore installations,
            @Reference VersionStore versions,
            @Reference OngoingWork underWay,
            @Reference RolledOut rolledOut,
            @Reference PluginSchemas schemas,
            @Reference Database database) {
        this.operations = operations;
        this.snapshots = snapshots;
        this.previews = previews;
        this.installations = installations;
        this.versions = versions;
        this.underWay = underWay;
        this.rolledOut = rolledOut;
        this.schemas = schemas;
        this.database = database;
    }

    /**
     * Claims all that a wish is about, in the order in which it is to be done.
     *
     * @param next gives each claim its operation
     * @throws PlexicaException when the wish cannot be fulfilled, or the state is not what the caller expects
     */
    List<Claim> claim(Tenant tenant, InstallationRequest wish, ExpectedState expected, Supplier<UUID> next) {
        return Transactions.alone(database, () -> {
            installations.lockPlans(tenant.slug());
            demandStillThere(tenant, wish);
            Snapshot snapshot = snapshots.take(tenant, wish);
            Plan plan = Planner.plan(snapshot, wish);
            if (!expected.isAny()) {
                expected.require(previews.of(snapshot, plan).state());
            }
            plan.demandFeasible();
            List<Claim> claims = new ArrayList<>();
            for (Step step : plan.steps()) {
                boolean same = !claims.isEmpty()
                        && claims.get(claims.size() - 1).plugin().equals(step.plugin());
                if (!same) {
                    claims.add(claim(snapshot, wish, step, claims, next.get()));
                }
            }
            return claims;
        });
    }

    private Claim claim(
            Snapshot snapshot, InstallationRequest wish, Step step, List<Claim> companions, UUID operation) {
        String slug = snapshot.tenant().slug();
        String id = step.plugin().id();
        boolean along = !id.equals(wish.pluginId());
        Installation before = snapshot.installations().stream()
                .filter(installation -> installation.plugin().id().equals(id))
                .findFirst()
                .orElse(null);
        boolean fresh = step.action() == Action.INSTALL && !schemas.exists(slug, id);
        demandHeld(step);
        String what = OperationNames.word(step, wish);
        boolean claimed = step.action() == Action.INSTALL
                ? installations.begin(slug, step.plugin(), what, operation, operations.node(), fresh)
                : installations.claim(slug, id, what, operation, operations.node());
        if (!claimed) {
            throw PlexicaException.conflict(
                    "operation-in-progress",
                    id + " is being worked on" + (along ? ", and " + wish.pluginId() + " depends on it" : "")
                            + "; try again shortly");
        }
        if (step.action() == Action.UPGRADE || step.action() == Action.DOWNGRADE) {
            underWay.goesTo(operation, step.plugin().version());
        }
        return new Claim(
                operation,
                step,
                before,
                fresh,
                grant(along ? null : wish.grantDefaults(), before),
                wish.deleteData(),
                along ? Map.of() : wish.configuration(),
                along,
                wish.course(),
                along ? List.of() : companions);
    }

    /** Nobody withdraws from now on what is claimed, and what is withdrawn already nobody claims. */
    private void demandHeld(Step step) {
        boolean held = switch (step.action()) {
            case INSTALL -> versions.holdForNew(step.plugin());
            case UPGRADE, DOWNGRADE -> versions.hold(step.plugin());
            case ENABLE, DISABLE, UNINSTALL, DELETE_DATA -> true;
        };
        if (!held) {
            throw PlexicaException.conflict(
                    "version-withdrawn", step.plugin() + " has just been withdrawn, retired or stopped");
        }
    }

    /** The version to go to, which may have gone since it was chosen, and the tenant where a rollout has left it. */
    private void demandStillThere(Tenant tenant, InstallationRequest wish) {
        StoredVersion target = wish.target();
        if (target != null && !versions.keep(target.ref())) {
            throw PlexicaException.conflict("version-withdrawn", target.ref() + " has just been withdrawn")
                    .with("plugin", wish.pluginId());
        }
        UUID rollout = wish.course().rollout();
        if (wish.back() && rollout != null && !rolledOut.isStill(tenant.slug(), wish.pluginId(), rollout)) {
            throw PlexicaException.conflict(
                            MoveOrigin.MOVED_ON,
                            wish.pluginId() + " is not where the rollout left it any more: it is left alone")
                    .with("plugin", wish.pluginId());
        }
    }

    private static boolean grant(@Nullable Boolean said, @Nullable Installation before) {
        return said == null ? before == null || !before.granted() : said;
    }
}
