package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginWorker;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.PluginPermissions;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.identity.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends operations that were broken off, because the process died or the database went away in their middle. A first
 * installation is undone with a reason; everything else leaves the tenant as it was.
 */
@Component(service = Recovery.class, immediate = true)
public final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final String REASON = "The platform stopped in the middle; try again";

    private final Operations operations;
    private final InstallationStore installations;
    private final LevelStore levels;
    private final PluginSchemas schemas;
    private final PluginPermissions permissions;
    private final Database database;
    private final AuditLog audit;
    private final Future<?> repetition;

    /** Looks at once, and then now and then. */
    @Activate
    public Recovery(
            @Reference PluginWorker worker,
            @Reference Operations operations,
            @Reference InstallationStore installations,
            @Reference LevelStore levels,
            @Reference PluginSchemas schemas,
            @Reference PluginPermissions permissions,
            @Reference Database database,
            @Reference AuditLog audit) {
        this.operations = operations;
        this.installations = installations;
        this.levels = levels;
        this.schemas = schemas;
        this.permissions = permissions;
        this.database = database;
        this.audit = audit;
        this.repetition = worker.repeat(PAUSE, this::look);
    }

    /** Stops looking. */
    @Deactivate
    public void close() {
        repetition.cancel(false);
    }

    private void look() {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            for (Installation installation : installations.underWay()) {
                takeOver(installation, Objects.requireNonNull(installation.operationId()));
            }
        } catch (PlexicaException e) {
            LOG.debug("Operations that were broken off are looked for later", e);
        }
    }

    /** What ended since the row was read is nobody's to end any more. */
    private void takeOver(Installation installation, UUID before) {
        if (operations.isRunning(before)) {
            return;
        }
        operations.run(operation -> {
            if (Transactions.alone(database, () -> installations.takeOver(before, operation))) {
                end(installation, operation);
            }
            return Boolean.TRUE;
        });
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
                boolean deleting = Along.WITH_DATA.equals(installation.operation());
                if (deleting) {
                    schemas.drop(slug, pluginId);
                }
                Transactions.alone(database, () -> {
                    if (deleting) {
                        levels.forget(slug, pluginId);
                    }
                    installations.release(operation);
                });
            }
            case FAILED -> {
                dropFresh(installation);
                Transactions.alone(database, () -> installations.settled(operation, false));
            }
            case DISABLED -> Transactions.alone(database, () -> installations.release(operation));
        }
        audit.recordFailure(slug, "core.plugin." + installation.operation(), "plugin", pluginId, REASON);
    }

    /** What came along with something that was not finished is taken back; everything else stays as it is. */
    private void present(Installation installation, UUID operation) {
        if (!Along.isAlong(installation)) {
            Transactions.alone(database, () -> installations.release(operation));
        } else if (Along.isInstalling(installation)) {
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
