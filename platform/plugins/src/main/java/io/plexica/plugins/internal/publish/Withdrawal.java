package io.plexica.plugins.internal.publish;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.PluginWorker;
import io.plexica.plugins.internal.store.ArtifactStore;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.OngoingWork;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.plugins.internal.store.VersionStore;
import io.plexica.plugins.internal.store.WithdrawnJars;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one way off the platform. A version in use stays. Safe for all threads. */
@Component(service = Withdrawal.class)
public final class Withdrawal {

    private static final String ACTION = "core.plugin.withdrawn";

    private final PluginWorker worker;
    private final PluginRuntime runtime;
    private final VersionStore versions;
    private final ArtifactStore artifacts;
    private final OngoingWork underWay;
    private final WithdrawnJars withdrawn;
    private final Tenants tenants;
    private final Database database;
    private final AuditLog audit;

    /** Withdraws through the worker. */
    @Activate
    public Withdrawal(
            @Reference PluginWorker worker,
            @Reference PluginRuntime runtime,
            @Reference VersionStore versions,
            @Reference ArtifactStore artifacts,
            @Reference OngoingWork underWay,
            @Reference WithdrawnJars withdrawn,
            @Reference Tenants tenants,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.worker = worker;
        this.runtime = runtime;
        this.versions = versions;
        this.artifacts = artifacts;
        this.underWay = underWay;
        this.withdrawn = withdrawn;
        this.tenants = tenants;
        this.database = database;
        this.audit = audit;
    }

    /**
     * Withdraws a version because somebody says so; a jar of its bytes in the deploy folder stays away. Returns when it has
     * stopped, or when its stop hangs: it is withdrawn all the same.
     *
     * @throws PlexicaException {@code plugin-not-found}, or {@code conflict} naming the tenants that use it
     */
    public void byHand(PluginRef ref) {
        withdraw(ref, true);
    }

    /**
     * Withdraws a version because its jar is gone from the deploy folder.
     *
     * @param digest the bytes that the jar brought
     * @param source where they came from, as {@link StoredVersion#source} says
     * @return false when that is not what is there, or nobody's any more: then nothing changes
     * @throws PlexicaException {@code conflict} naming the tenants that use it
     */
    public boolean byFolder(PluginRef ref, String digest, String source) {
        boolean still = Transactions.alone(database, () -> versions.find(ref))
                .filter(version -> version.digest().equals(digest))
                .filter(version -> version.source().equals(source))
                .isPresent();
        if (still) {
            withdraw(ref, false);
        }
        return still;
    }

    private void withdraw(PluginRef ref, boolean remember) {
        try {
            CompletableFuture<Void> end = worker.call(() -> {
                Transactions.alone(database, () -> delete(ref, remember));
                return runtime.remove(ref);
            });
            end.join();
        } catch (PlexicaException e) {
            audit.recordFailure(null, ACTION, "plugin", ref.toString(), e.detail());
            throw e;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, ref + " could not be withdrawn", e);
        }
    }

    private void delete(PluginRef ref, boolean remember) {
        boolean exists = versions.lock(ref);
        StoredVersion version = versions.find(ref).orElse(null);
        if (!exists || version == null) {
            throw new PlexicaException(
                    ErrorCode.PLUGIN_NOT_FOUND, "There is no version " + ref.version() + " of the plugin " + ref.id());
        }
        refuseIfUsed(ref);
        versions.delete(ref);
        artifacts.removeUnused(version.digest());
        if (remember) {
            withdrawn.add(version.digest());
        }
        audit.record(null, ACTION, "plugin", ref.toString(), Map.of("digest", version.digest()), null);
    }

    private void refuseIfUsed(PluginRef ref) {
        List<Installation> users = underWay.needing(ref).stream()
                .filter(user -> tenants.find(user.tenantSlug()).isPresent())
                .toList();
        if (!users.isEmpty()) {
            throw PlexicaException.conflict("version-in-use", ref + " is " + used(ref, users))
                    .with("plugin", ref.id())
                    .with(
                            "tenants",
                            users.stream().map(Installation::tenantSlug).toList());
        }
    }

    private static String used(PluginRef ref, List<Installation> users) {
        String on = names(users.stream().filter(user -> user.plugin().equals(ref)));
        String beside = names(users.stream().filter(user -> !user.plugin().equals(ref)));
        String first = on.isEmpty() ? "" : "used by " + on + "; upgrade or uninstall it there first";
        String second = beside.isEmpty()
                ? ""
                : "needed for " + beside
                        + ", on the way to it or from it, or watched since a rollout; wait for the end";
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", and ") + second;
    }

    private static String names(Stream<Installation> users) {
        return users.map(Installation::tenantSlug).collect(Collectors.joining(", "));
    }
}
