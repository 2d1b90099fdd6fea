package io.plexica.operations.internal;

import io.plexica.spi.operations.Operations.Progress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation of this node's. Its progress is written by the housekeeper, a few times a second at most. */
final class RunningOperation implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(RunningOperation.class);

    private final UUID id;
    private final OperationJournal journal;
    private final ScheduledExecutorService writer;
    private final long pauseNanos;
    private State state = State.BEGINNING;
    private long written;
    private boolean writing;
    private @Nullable OperationEnd ending;

    RunningOperation(UUID id, OperationJournal journal, ScheduledExecutorService writer, Duration pause) {
        this.id = id;
        this.journal = journal;
        this.writer = writer;
        this.pauseNanos = pause.toNanos();
        this.written = System.nanoTime() - pauseNanos;
    }

    UUID id() {
        return id;
    }

    @Override
    public synchronized void report(int percent, String step, @Nullable String message) {
        State next = state.next(percent, step, message);
        if (ending != null || next.equals(state)) {
            return;
        }
        state = next;
        if (!writing) {
            writing = true;
            schedule(Math.max(0, written + pauseNanos - System.nanoTime()));
        }
    }

    /** Writes how the work ended; false when that has to be tried again. */
    boolean end(OperationEnd how) {
        State last;
        synchronized (this) {
            ending = how;
            last = state;
        }
        try {
            journal.finish(id, how, last);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("How operation {} ended is not written down yet, trying again: {}", id, e.getMessage());
            return false;
        }
    }

    /** How the work ended; null while it runs. */
    synchronized @Nullable OperationEnd ending() {
        return ending;
    }

    private void schedule(long nanos) {
        try {
            writer.schedule(this::write, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The room is closing: the progress of {} is not written", id);
        }
    }

    private void write() {
        State now;
        synchronized (this) {
            writing = false;
            written = System.nanoTime();
            now = state;
            if (ending != null) {
                return;
            }
        }
        try {
            journal.progress(id, now);
        } catch (RuntimeException e) {
            LOG.debug("The progress of {} could not be written", id, e);
        }
    }
}
