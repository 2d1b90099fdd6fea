package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.OngoingWork;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of this node's operations that they go on, so that no other node takes them for broken off. Its thread lives no longer
 * than they do. Safe for all threads.
 */
final class OperationHeartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(OperationHeartbeat.class);
    private static final Duration PAUSE = OngoingWork.SILENCE.dividedBy(5);

    private final OngoingWork underWay;
    private final Database database;
    private final ScheduledThreadPoolExecutor timer;

    OperationHeartbeat(OngoingWork underWay, Database database) {
        this.underWay = underWay;
        this.database = database;
        this.timer = new ScheduledThreadPoolExecutor(1, Daemons.named("plexica-installations"));
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Begins for operations, which may become more; cancelled when they end. */
    Future<?> of(Collection<UUID> operations) {
        return timer.scheduleWithFixedDelay(
                () -> beat(List.copyOf(operations)), PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    void close() {
        timer.shutdownNow();
    }

    private void beat(List<UUID> operations) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            Transactions.alone(database, () -> underWay.goOn(operations));
        } catch (PlexicaException e) {
            LOG.debug("Nobody hears at the moment that operations go on", e);
        }
    }
}
