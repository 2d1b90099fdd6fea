package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.StateWarnings;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.OngoingWork;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What all operations on an installation have in common: one at a time, recorded while it runs, undone when it fails. Safe
 * for all threads.
 */
@Component(service = Operations.class)
public final class Operations {

    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final String node;
    private final OperationHeartbeat pulse;
    private final InstallationStore installations;
    private final PluginRuntime runtime;
    private final Database database;
    private final AuditLog audit;

    /** Begins with none. */
    @Activate
    public Operations(
            BundleContext context,
            @Reference InstallationStore installations,
            @Reference OngoingWork underWay,
            @Reference PluginRuntime runtime,
            @Reference Database database,
            @Reference AuditLog audit) {
        this(NodeName.of(context), installations, underWay, runtime, database, audit);
    }

    /** The same for a node with a name of its own. */
    public Operations(
            String node,
            InstallationStore installations,
            OngoingWork underWay,
            PluginRuntime runtime,
            Database database,
            AuditLog audit) {
        this.node = node;
        this.pulse = new OperationHeartbeat(underWay, database);
        this.installations = installations;
        this.runtime = runtime;
        this.database = database;
        this.audit = audit;
    }

    /** Says no more that operations go on. */
    @Deactivate
    public void close() {
        pulse.close();
    }

    /** What this node is called, also after it has died and come back. */
    String node() {
        return node;
    }

    /** Whether an operation is this node's and goes on. */
    boolean isRunning(UUID operation) {
        return running.contains(operation);
    }

    /** Runs work under the name of an operation, so that nobody takes it for one that was broken off. */
    <T> T run(Work<T> work) {
        return runSeveral(next -> work.with(next.get()));
    }

    /** The same for work that takes several operations, as many as it asks for. */
    <T> T runSeveral(SeveralWork<T> work) {
        Set<UUID> mine = ConcurrentHashMap.newKeySet();
        Future<?> beats = pulse.of(mine);
        try {
            return work.with(() -> {
                UUID operation = UUID.randomUUID();
                mine.add(operation);
                running.add(operation);
                return operation;
            });
        } finally {
            beats.cancel(false);
            running.removeAll(mine);
        }
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

    /** Gives up a step that was not begun, since one before it failed. */
    void letGo(String slug, Claim claim, PlexicaException reason) {
        audit.recordFailure(
                slug,
                AuditActions.of(claim.step().action()),
                "plugin",
                claim.plugin().id(),
                reason.detail());
        try {
            Transactions.alone(database, () -> installations.release(claim.operation()));
        } catch (PlexicaException e) {
            reason.addSuppressed(e);
        }
    }

    /** Ends all that came along with a step, in the unit of work in which that is done itself. */
    void settleCompanions(Claim claim) {
        claim.companions().forEach(companion -> installations.settled(companion.operation(), companion.grant()));
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
                .orElseThrow(() -> new PlexicaException(
                                ErrorCode.PLUGIN_UNAVAILABLE,
                                ref + " does not run: " + StateWarnings.whyIdle(registry(), ref))
                        .with("plugin", ref.id()));
    }

    /** The same where nothing is lost when it does not run. */
    Optional<RunningPlugin> find(PluginRef ref) {
        return registry().running(ref);
    }

    /** Work under an operation. */
    interface Work<T> {
        T with(UUID operation);
    }

    /** Work under several operations. */
    interface SeveralWork<T> {
        T with(Supplier<UUID> next);
    }
}
