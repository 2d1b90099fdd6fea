package io.plexica.operations.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.threads.Daemons;
import io.plexica.spi.web.ProblemWriter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again that this node is alive, and closes the operations of nodes that are not. A node that could not reach the database for a while judges nobody until it has been heard of itself for as long: the others
 * were cut off, too.
 */
final class NodeHeartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(NodeHeartbeat.class);

    private final OperationJournal journal;
    private final ProblemWriter problems;
    private final OperationsSettings settings;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(2, Daemons.named("plexica-operations-keeper"));
    private final Map<UUID, RunningOperation> running = new ConcurrentHashMap<>();
    private long aliveSince = System.nanoTime();
    private long lastBeat = System.nanoTime();

    NodeHeartbeat(OperationJournal journal, ProblemWriter problems, OperationsSettings settings) {
        this.journal = journal;
        this.problems = problems;
        this.settings = settings;
    }

    void start() {
        long pause = settings.heartbeat().toMillis();
        timer.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** What is written about running work is written by this. */
    ScheduledExecutorService writer() {
        return timer;
    }

    void add(RunningOperation operation) {
        running.put(operation.id(), operation);
    }

    /** Writes how work ended, again and again until it is written. */
    void end(RunningOperation operation, OperationEnd ending) {
        if (operation.end(ending)) {
            running.remove(operation.id());
        }
    }

    /** Closes what still runs, since this node is about to stop. */
    void close() {
        timer.shutdownNow();
        attempt(() -> {
            for (RunningOperation operation : running.values()) {
                OperationEnd ending = operation.ending();
                operation.end(ending == null ? stopped(operation.id(), "The platform was stopped") : ending);
            }
        });
        running.clear();
    }

    /** Forgets soon what is known of a tenant that has just gone. */
    void tenantGone() {
        try {
            timer.execute(() -> attempt(journal::forgetGone));
        } catch (RejectedExecutionException e) {
            LOG.debug("The room is closing: another node forgets, or this one later");
        }
    }

    private void look() {
        attempt(() -> {
            finishTheWriting();
            beat();
            bury();
        });
    }

    private static void attempt(Runnable work) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Looking after operations did not work, trying again: {}", e.getMessage());
        }
    }

    private void finishTheWriting() {
        for (RunningOperation operation : running.values()) {
            OperationEnd ending = operation.ending();
            if (ending != null) {
                end(operation, ending);
            }
        }
    }

    private void beat() {
        journal.beat();
        long now = System.nanoTime();
        if (now - lastBeat > settings.patience().toNanos() / 2) {
            aliveSince = now;
        }
        lastBeat = now;
    }

    private void bury() {
        if (System.nanoTime() - aliveSince < settings.patience().toNanos()) {
            return;
        }
        int dead = journal.bury(
                settings.patience(), row -> stopped(row.operation().id(), "The node that worked on this stopped"));
        if (dead > 0) {
            LOG.warn("{} operations were left behind by a node that stopped; they are closed as failed", dead);
        }
    }

    private OperationEnd stopped(UUID id, String what) {
        return OperationEnd.failed(problems.write(
                new PlexicaException(
                        ErrorCode.UNAVAILABLE,
                        what + " before the work was done. What it had begun is being finished or undone by itself;"
                                + " look at what became of it before you try again"),
                instance(id)));
    }

    static String instance(UUID id) {
        return "/api/v1/operations/" + id;
    }
}
