package io.plexica.data.internal.signal;

import io.plexica.data.internal.pool.ReadTimeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection of its own. Woken by a notification or after a moment without one, it reads what its last look did
 * not see, and calls the listeners. After every new connection they hear that they may have missed something, before this
 * node counts as current again.
 */
public final class SignalThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignalThread.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PURGE = Duration.ofMinutes(10);
    private static final Duration TAKEN_IN = Duration.ofMillis(300);
    private static final long CURRENT = Duration.ofSeconds(1).toNanos();

    private final CountDownLatch stop = new CountDownLatch(1);
    private final DataSource source;
    private final SignalListeners listeners;
    private final Thread thread = new Thread(this::run, "plexica-signals");
    private final Object looked = new Object();
    private volatile long heard = System.nanoTime() - CURRENT;
    private volatile Snapshot seen = Snapshot.NOTHING;
    private volatile @Nullable Connection open;
    private volatile boolean idle;
    private int failures;

    /** Listens on a connection of this source, once started. */
    public SignalThread(DataSource source, SignalListeners listeners) {
        this.source = source;
        this.listeners = listeners;
        thread.setDaemon(true);
    }

    /** Begins to listen. */
    public void start() {
        thread.start();
    }

    /** Whether all was heard that had committed a second ago. */
    public boolean isCurrent() {
        return System.nanoTime() - heard < CURRENT;
    }

    /**
     * Waits until this node has taken in what a transaction announced that has just committed, so that whoever made a change
     * meets it at once; a third of a second at most. The thread that listens never waits for itself.
     */
    public void awaitTakenIn(long transaction) {
        if (Thread.currentThread() == thread || seen.saw(transaction)) {
            return;
        }
        long end = System.nanoTime() + TAKEN_IN.toNanos();
        synchronized (looked) {
            long left = end - System.nanoTime();
            while (left > 0 && !seen.saw(transaction) && isCurrent() && !isStopped()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(looked, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = end - System.nanoTime();
            }
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            // Nobody has to wait for one that only waits itself.
            if (!idle) {
                thread.join(LOOK.toMillis() * 2);
            }
            Connection connection = open;
            if (connection != null) {
                connection.abort(Runnable::run);
                thread.join(PATIENCE.toMillis());
            }
        } catch (SQLException e) {
            LOG.debug("The connection that listens could not be cut", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isStopped()) {
                listenUntilLost();
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenUntilLost() throws InterruptedException {
        try (Connection connection = source.getConnection()) {
            open = connection;
            ReadTimeouts.limit(connection, PATIENCE);
            listen(connection);
        } catch (SQLException | RuntimeException e) {
            if (!isStopped()) {
                tell(e);
            }
        } finally {
            open = null;
            idle = false;
        }
    }

    private void listen(Connection connection) throws SQLException, InterruptedException {
        SignalTable table = new SignalTable(connection);
        Wakeup wakeup = Wakeup.on(connection, stop);
        table.purge();
        long purged = System.nanoTime();
        SignalSnapshot last = null;
        while (!isStopped()) {
            last = hear(table, last);
            if (System.nanoTime() - purged > PURGE.toNanos()) {
                table.purge();
                purged = System.nanoTime();
            }
            connection.setAutoCommit(true);
            idle = true;
            if (!isStopped()) {
                wakeup.await(LOOK);
            }
            idle = false;
        }
    }

    private SignalSnapshot hear(SignalTable table, @Nullable SignalSnapshot last) throws SQLException {
        long began = System.nanoTime();
        SignalSnapshot reading = table.read(last);
        if (last == null || !reading.follows(last)) {
            listeners.missed();
        } else {
            listeners.greetNewcomers();
            reading.signals().forEach(listeners::changed);
        }
        heard = began;
        synchronized (looked) {
            seen = Snapshot.of(reading.snapshot());
            looked.notifyAll();
        }
        if (failures > 0) {
            failures = 0;
            LOG.info("Signals of other nodes are heard again");
        }
        return reading;
    }

    private void tell(Exception e) {
        if (failures == 0) {
            LOG.warn("Signals of other nodes are not heard until the database is back: {}", e.toString());
        }
        failures++;
    }

    private void pause() throws InterruptedException {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), 50L << Math.min(failures, 6));
        stop.await(longest, TimeUnit.MILLISECONDS);
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }
}
