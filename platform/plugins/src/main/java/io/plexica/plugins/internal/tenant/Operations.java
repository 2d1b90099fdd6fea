package io.plexica.plugins.internal.tenant;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What all operations on an installation have in common: one at a time, recorded while it runs, undone when it fails. Safe
 * for all threads.
 */
@Component(service = Operations.class)
public final class Operations {

    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final InstallationStore installations;
    private final PluginRuntime runtime;
    private final Database database;
    private final AuditLog audit;

    /** Begins with none. */
    @Activate
    public Operations(
            @Reference InstallationStore installations,
            @Reference PluginRuntime runtime,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.installations = installations;
        this.runtime = runtime;
        this.database = database;
        this.audit = audit;
    }

    /** Whether an operation is this node's and goes on. */
    boolean isRunning(UUID operation) {
        return running.contains(operation);
    }

    /** Runs work under the name of an operation, so that nobody takes it for one that was broken off. */
    <T> T run(Work<T> work) {
        UUID operation = UUID.randomUUID();
        running.add(operation);
        try {
            return work.with(operation);
        } finally {
            running.remove(operation);
        }
    }

    /**
     * Claims an installation for an operation and reads it.
     *
     * @throws PlexicaException {@code not-found} when the tenant does not have the plugin; {@code conflict} when something
     *     is being done to it
     */
    Installation claim(UUID operation, String slug, String pluginId, String what, Predicate<Installation> wanted) {
        return Transactions.alone(database, () -> {
            Installation found =
                    installations.find(slug, pluginId).filter(wanted).orElseThrow(() -> notInstalled(pluginId));
            if (!installations.claim(slug, pluginId, what, operation)) {
                throw busy(found);
            }
            return installations.find(slug, pluginId).filter(wanted).orElseThrow(() -> notInstalled(pluginId));
        });
    }

    /** Gives up an operation that failed and says why, in the audit log and to the caller. */
    PlexicaException failed(UUID operation, String slug, PluginRef plugin, String action, RuntimeException cause) {
        PlexicaException failure = Failures.of(plugin, cause);
        audit.recordFailure(slug, action, "plugin", plugin.id(), failure.detail());
        try {
            Transactions.alone(database, () -> installations.release(operation));
        } catch (PlexicaException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** What there is and what runs. */
    Registry registry() {
        return runtime.registry();
    }

    /**
     * The running form of a version.
     *
     * @throws PlexicaException {@code plugin-unavailable} with the reason
     */
    RunningPlugin running(PluginRef ref) {
        return find(ref)
                .orElseThrow(
                        () -> new PlexicaException(ErrorCode.PLUGIN_UNAVAILABLE, ref + " does not run: " + whyNot(ref))
                                .with("plugin", ref.id()));
    }

    private String whyNot(PluginRef ref) {
        return registry()
                .find(ref)
                .filter(version -> version.state().isQuarantined())
                .map(version -> StateWarnings.of(version).get(0))
                .or(() -> registry().problem(ref))
                .orElse("it is still being started");
    }

    /** The same where nothing is lost when it does not run. */
    Optional<RunningPlugin> find(PluginRef ref) {
        return registry().running(ref);
    }

    /** The plugins of a tenant that count for another one of its plugins. */
    Neighbours neighbours(Tenant tenant, String pluginId, Predicate<Installation> which) {
        List<PluginManifest> manifests = installations.ofTenant(tenant.slug()).stream()
                .filter(which)
                .map(installation -> registry().find(installation.plugin()))
                .flatMap(Optional::stream)
                .map(StoredVersion::manifest)
                .toList();
        return Neighbours.of(pluginId, manifests);
    }

    /** What is being done to an installation stands in the way. */
    static PlexicaException busy(Installation installation) {
        return PlexicaException.conflict(
                "operation-in-progress",
                installation.plugin().id() + " is being worked on (" + installation.operation()
                        + "); try again when that is done");
    }

    /** The tenant does not have the plugin. */
    static PlexicaException notInstalled(String pluginId) {
        return PlexicaException.notFound("The plugin '" + pluginId + "' is not installed in this tenant");
    }

    /** Work under an operation. */
    interface Work<T> {
        T with(UUID operation);
    }
}
