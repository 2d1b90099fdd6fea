package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.preview.ExpectedState;
import io.plexica.plugins.internal.tenant.Progress.Phases;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a plan says, step after step. When one fails, those that were done for it are taken back, and those that were not
 * begun are let go: the tenant has all of the plan or nothing of it. Safe for all threads.
 */
@Component(service = PlanExecutor.class)
public final class PlanExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(PlanExecutor.class);

    private final Operations operations;
    private final PlanClaims claiming;
    private final InstallExecutor installing;
    private final SwitchExecutor switching;
    private final UpgradeExecutor upgrading;
    private final UninstallExecutor uninstalling;

    /** Takes what does the single steps. */
    @Activate
    public PlanExecutor(
            @Reference Operations operations,
            @Reference PlanClaims claiming,
            @Reference InstallExecutor installing,
            @Reference SwitchExecutor switching,
            @Reference UpgradeExecutor upgrading,
            @Reference UninstallExecutor uninstalling) {
        this.operations = operations;
        this.claiming = claiming;
        this.installing = installing;
        this.switching = switching;
        this.upgrading = upgrading;
        this.uninstalling = uninstalling;
    }

    /**
     * Fulfils a wish; nothing happens when it is fulfilled already.
     *
     * @throws PlexicaException when it cannot be fulfilled, or a step fails; what the call did is undone then
     */
    void apply(Tenant tenant, InstallationRequest wish, ExpectedState expected, Progress progress) {
        operations.runSeveral(next -> {
            List<Claim> claims = claiming.claim(tenant, wish, expected, next);
            for (int i = 0; i < claims.size(); i++) {
                Claim claim = claims.get(i);
                try {
                    run(tenant, claim, progress.part(claim.plugin().id(), i, claims.size()));
                } catch (RuntimeException e) {
                    PlexicaException failure =
                            e instanceof PlexicaException known ? known : Failures.of(claim.plugin(), e);
                    letGo(tenant, claims.subList(i + 1, claims.size()), claim, failure);
                    takeBack(tenant, claims.subList(0, i), failure);
                    throw failure;
                }
            }
            return Boolean.TRUE;
        });
    }

    private void run(Tenant tenant, Claim claim, Phases phases) {
        switch (claim.step().action()) {
            case INSTALL -> installing.install(tenant, claim, phases);
            case ENABLE -> switching.enable(tenant, claim, phases);
            case DISABLE -> switching.disable(tenant, claim, phases);
            case UPGRADE, DOWNGRADE -> upgrading.upgrade(tenant, claim, phases);
            case UNINSTALL, DELETE_DATA -> uninstalling.uninstall(tenant, claim, phases);
        }
    }

    /** What was never begun is as it was, but a tenant's new plugin says why it is not there. */
    private void letGo(Tenant tenant, List<Claim> claims, Claim failed, PlexicaException failure) {
        PlexicaException reason = new PlexicaException(
                failure.code(), failed.plugin() + ", which it needs, failed: " + failure.detail(), failure);
        for (Claim claim : claims) {
            switch (claim.step().action()) {
                case INSTALL -> installing.letGo(tenant, claim, reason);
                case ENABLE, DISABLE, UPGRADE, DOWNGRADE, UNINSTALL, DELETE_DATA ->
                    operations.letGo(tenant.slug(), claim, reason);
            }
        }
    }

    private void takeBack(Tenant tenant, List<Claim> done, PlexicaException failure) {
        for (int i = done.size() - 1; i >= 0; i--) {
            Claim claim = done.get(i);
            String reason = "Taken back, since what needed it failed: " + failure.detail();
            try {
                switch (claim.step().action()) {
                    case INSTALL -> installing.takeBack(tenant, claim, reason);
                    case ENABLE -> switching.takeBack(tenant, claim, reason);
                    case DISABLE, UPGRADE, DOWNGRADE, UNINSTALL, DELETE_DATA ->
                        throw new IllegalStateException(claim.step() + " never comes along");
                }
            } catch (PlexicaException e) {
                // It is still marked, and taken back as what was broken off once the database is there.
                LOG.warn("{} for {} will be taken back later", claim.step(), tenant.slug(), e);
            }
        }
    }
}
