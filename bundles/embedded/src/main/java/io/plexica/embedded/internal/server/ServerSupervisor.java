package io.plexica.embedded.internal.server;

import io.plexica.spi.threads.Daemons;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server, and starts it again when it dies, until closed. Safe for all threads. */
public final class ServerSupervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerSupervisor.class);
    private static final long POLL_MILLIS = 50;
    private static final long LONGEST_PAUSE_SECONDS = 15;

    private final Server server;
    private final Progress progress;
    private final ScheduledExecutorService worker;
    private @Nullable Process process;
    private boolean ready;
    private volatile boolean closed;
    private long pauseSeconds;

    /** Minds a server; nothing is started yet. */
    public ServerSupervisor(Server server, Progress progress) {
        this.server = server;
        this.progress = progress;
        this.worker = Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-minder-" + server.name()));
    }

    /** Starts the server unless it runs, and returns once it answers. Callers wait for each other. */
    public synchronized void start() throws IOException, InterruptedException {
        if (ready) {
            return;
        }
        Instant begin = Instant.now();
        server.prepare();
        launch();
        ready = true;
        progress.done(server.name(), begin);
    }

    /** Stops the server and does not start it again. */
    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
        synchronized (this) {
            try {
                stopProcess();
            } catch (IOException e) {
                LOG.error("{} did not stop in order", server.name(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void launch() throws IOException, InterruptedException {
        demandOpen();
        Process fresh = server.launch();
        process = fresh;
        try {
            awaitAnswer(fresh);
        } catch (IOException | InterruptedException e) {
            stopProcess();
            throw e;
        }
        fresh.onExit().thenAccept(this::died);
    }

    private void awaitAnswer(Process fresh) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(server.patience());
        while (!server.answers()) {
            demandOpen();
            if (!fresh.isAlive()) {
                throw new IOException(server.name() + " ended with exit code " + fresh.exitValue() + " as it started");
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException(server.name() + " did not answer within "
                        + server.patience().toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void demandOpen() throws IOException {
        if (closed) {
            throw new IOException(server.name() + " is not started any more, because the platform stops");
        }
    }

    private void died(Process dead) {
        try {
            worker.execute(() -> startAgain(dead));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} has ended, as it should", server.name(), e);
        }
    }

    private synchronized void startAgain(Process dead) {
        if (closed || dead != process) {
            return;
        }
        Instant begin = Instant.now();
        LOG.error("{} has died with exit code {}; it is started again", server.name(), dead.exitValue());
        try {
            server.prepare();
            launch();
            pauseSeconds = 0;
            LOG.info(
                    "{} answers again after {} ms",
                    server.name(),
                    Duration.between(begin, Instant.now()).toMillis());
        } catch (IOException e) {
            pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds + 1);
            LOG.error("{} cannot be started; next attempt in {} s", server.name(), pauseSeconds, e);
            worker.schedule(() -> startAgain(dead), pauseSeconds, TimeUnit.SECONDS);
            process = dead;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopProcess() throws IOException, InterruptedException {
        Process running = process;
        if (running != null && running.isAlive()) {
            server.stop(running);
            running.destroyForcibly().waitFor();
        }
    }
}
