package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.Convergence;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.OngoingWork;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends operations that were broken off, because the process died or the database went away in their middle. A first
 * installation is undone with a reason; a move is proved, or taken back; data that had begun to go goes; everything else leaves
 * the tenant as it was.
 */
@Component(service = Recovery.class, immediate = true)
public final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration FOR_EVER = Duration.ofDays(3650);
    private static final String REASON = "The platform stopped in the middle; try again";

    private final Operations operations;
    private final HealthProbation proving;
    private final Convergence convergence;
    private final PluginsSettings settings;
    private final InstallationStore installations;
    private final OngoingWork underWay;
    private final DataDeletion deletion;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;
    private final Tenants tenants;
    private final Database database;
    private final AuditLog audit;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-recovery"));

    /** Before it has listened for a while, this node judges nobody else: it could not have heard of them. */
    private long listensSince = System.nanoTime();

    /** Looks at once, and then now and then, on a thread of its own: to end something may take a while. */
    @Activate
    public Recovery(
            @Reference Operations operations,
            @Reference HealthProbation proving,
            @Reference Convergence convergence,
            @Reference PluginsSettings settings,
            @Reference InstallationStore installations,
            @Reference OngoingWork underWay,
            @Reference DataDeletion deletion,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions,
            @Reference Tenants tenants,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.proving = proving;
        this.convergence = convergence;
        this.settings = settings;
        this.installations = installations;
        this.underWay = underWay;
        this.deletion = deletion;
        this.schemas = schemas;
        this.permissions = permissions;
        this.tenants = tenants;
        this.database = database;
        this.audit = audit;
        executor.scheduleWithFixedDelay(this::safely, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops looking. */
    @Deactivate
    public void close() {
        executor.shutdownNow();
    }

    private void safely() {
        try {
            look();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Operations that were broken off could not be ended", e);
        }
    }

    private void look() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        boolean heard = System.nanoTime() - listensSince >= OngoingWork.SILENCE.toNanos();
        Duration silence = heard ? OngoingWork.SILENCE : FOR_EVER;
        try (Contexts.Scope scope = Contexts.open(context)) {
            for (Installation installation : underWay.brokenOff(operations.node(), silence)) {
                safely(() -> takeOver(installation, Objects.requireNonNull(installation.operationId()), silence));
            }
        } catch (PlexicaException e) {
            later(e);
        }
    }

    /** What cannot be ended now holds up no other. */
    private void safely(Runnable work) {
        try {
            work.run();
        } catch (PlexicaException e) {
            later(e);
        }
    }

    private void later(PlexicaException cause) {
        listensSince = System.nanoTime();
        LOG.debug("Operations that were broken off are looked for later", cause);
    }

    /** What ended since the row was read is nobody's to end any more. */
    private void takeOver(Installation installation, UUID before, Duration silence) {
        String from = underWay.cameFrom(before).orElse(null);
        if (operations.isRunning(before) || from != null && !isKnown(installation)) {
            return;
        }
        operations.run(operation -> {
            if (Transactions.alone(database, () -> underWay.takeOver(before, operation, operations.node(), silence))) {
                end(installation, operation, from);
            }
            return Boolean.TRUE;
        });
    }

    /** Whether this node can say how the version is on which a tenant is: it serves it, and all was tried once. */
    private boolean isKnown(Installation installation) {
        return convergence.isSettled()
                && settings.serves(installation.plugin().id())
                && operations.registry().find(installation.plugin()).isPresent();
    }

    private void end(Installation installation, UUID operation, @Nullable String from) {
        Tenant tenant = tenants.find(installation.tenantSlug()).orElse(null);
        if (tenant != null && from != null && installation.enabled()) {
            proving.end(tenant, installation, operation, from);
        } else {
            end(installation, operation);
        }
    }

    private void end(Installation installation, UUID operation) {
        String slug = installation.tenantSlug();
        String pluginId = installation.plugin().id();
        LOG.info("'{}' of {} for {} was broken off; ending it", installation.operation(), pluginId, slug);
        switch (installation.status()) {
            case IN_PROGRESS -> {
                dropFresh(installation);
                Transactions.alone(database, () -> installations.failed(operation, REASON));
            }
            case INSTALLED -> present(installation, operation);
            case UNINSTALLED -> {
                uninstalled(installation, operation);
                return;
            }
            case FAILED -> {
                dropFresh(installation);
                Transactions.alone(database, () -> installations.settled(operation, false));
            }
            case DISABLED -> Transactions.alone(database, () -> installations.release(operation));
        }
        audit.recordFailure(slug, OperationNames.audited(installation), "plugin", pluginId, REASON);
    }

    /** The plugin has gone, as the audit log says; its data goes too if it was to. */
    private void uninstalled(Installation installation, UUID operation) {
        if (OperationNames.WITH_DATA.equals(installation.operation())) {
            deletion.deleteAll(installation.tenantSlug(), installation.plugin().id(), operation);
        } else {
            Transactions.alone(database, () -> installations.release(operation));
        }
    }

    /** What came along with something that was not finished is taken back; everything else stays as it is. */
    private void present(Installation installation, UUID operation) {
        if (!OperationNames.isAlong(installation)) {
            Transactions.alone(database, () -> installations.release(operation));
        } else if (OperationNames.isInstalling(installation)) {
            Transactions.alone(database, () -> {
                permissions.withdraw(
                        installation.tenantSlug(), installation.plugin().id());
                installations.takenBack(operation, REASON);
            });
            dropFresh(installation);
            Transactions.alone(database, () -> installations.settled(operation, false));
        } else {
            Transactions.alone(database, () -> installations.disabled(operation));
        }
    }

    private void dropFresh(Installation installation) {
        if (installation.fresh()) {
            schemas.drop(installation.tenantSlug(), installation.plugin().id());
        }
    }
}
