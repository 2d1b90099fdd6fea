package io.plexica.jobs.internal.engine;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.RescheduleUpdate;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import com.github.kagkarlsson.shaded.jdbc.ThreadLocalTransactionContextProvider;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of what is due, as the library works with it. While the database is away, nothing is due and nobody is dead. Safe
 * for all threads.
 */
final class DueTable extends JdbcTaskRepository {

    /** Its name. */
    static final String NAME = "core.jobs_due";

    private static final Logger LOG = LoggerFactory.getLogger(DueTable.class);

    private final CoreConnections connections;
    private final DatabaseClock clock;
    private final PluginShares shares;
    private final BooleanSupplier ready;
    private volatile @Nullable String failure;

    DueTable(
            CoreConnections connections,
            JdbcCustomization customization,
            TaskResolver tasks,
            SchedulerName node,
            DatabaseClock clock,
            PluginShares shares,
            BooleanSupplier ready) {
        super(
                customization,
                NAME,
                tasks,
                node,
                Serializer.DEFAULT_JAVA_SERIALIZER,
                new JdbcRunner(connections, new ThreadLocalTransactionContextProvider()),
                false,
                clock);
        this.connections = connections;
        this.clock = clock;
        this.shares = shares;
        this.ready = ready;
    }

    /** Why nothing was found when it was last looked; null when all was well. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public List<Execution> lockAndGetDue(Instant now, int limit) {
        if (!ready.getAsBoolean()) {
            return List.of();
        }
        List<Execution> picked = looking(() -> connections.within(connection -> {
            clock.look(connection);
            return super.lockAndGetDue(clock.now(), limit);
        }));
        picked.forEach(execution -> shares.taken(JobKey.of(execution).pluginId()));
        return picked;
    }

    @Override
    public List<Execution> getDeadExecutions(Instant olderThan) {
        return ready.getAsBoolean()
                ? looking(() -> connections.within(connection -> super.getDeadExecutions(olderThan)))
                : List.of();
    }

    @Override
    public boolean updateHeartbeatWithRetry(Execution execution, Instant newHeartbeat, int tries) {
        try {
            return connections.within(connection -> super.updateHeartbeat(execution, newHeartbeat));
        } catch (PlexicaException e) {
            LOG.debug("{} cannot say that it is alive", execution, e);
            return false;
        }
    }

    @Override
    public void remove(Execution execution) {
        connections.within(connection -> {
            super.remove(execution);
            return true;
        });
    }

    @Override
    public boolean reschedule(Execution execution, RescheduleUpdate update) {
        return connections.within(connection -> super.reschedule(execution, update));
    }

    @Override
    public void unpickPickedBatch(List<Execution> executions) {
        throw new UnsupportedOperationException("There is one task, which is always known");
    }

    private List<Execution> looking(Look look) {
        try {
            List<Execution> found = look.find();
            failure = null;
            return found;
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                LOG.debug("The database is not there; jobs wait", e);
            } else if (failure == null) {
                LOG.error("Jobs are not run, which is tried again", e);
            }
            failure = e.detail();
            return List.of();
        }
    }

    private interface Look {
        List<Execution> find();
    }
}
