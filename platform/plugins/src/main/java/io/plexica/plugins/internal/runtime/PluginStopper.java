package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.host.HostedPlugin;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops plugin versions to which no route leads any more: lets calls in flight end, then takes the bundle away. Each on a
 * thread of its own, since a plugin's code may take its time. Safe for all threads.
 */
final class PluginStopper {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStopper.class);

    private final PluginUnits units;
    private final LeakWatch leaks;
    private final Duration patience;
    private final Duration limit;
    private final Map<String, CompletableFuture<Void>> stopping = new ConcurrentHashMap<>();

    PluginStopper(PluginUnits units, LeakWatch leaks, Duration patience, Duration limit) {
        this.units = units;
        this.leaks = leaks;
        this.patience = patience;
        this.limit = limit;
    }

    /** Begins to stop a version. The result completes when it is gone. */
    CompletableFuture<Void> stop(RunningPlugin plugin) {
        return stop(plugin, patience);
    }

    /** The same with another patience for calls in flight. */
    CompletableFuture<Void> stop(RunningPlugin plugin, Duration patienceNow) {
        Candidate candidate = plugin.candidate();
        return inBackground(candidate.location(), candidate.ref(), () -> {
            if (!plugin.server().drainAndClose(patienceNow)) {
                LOG.warn("{}: calls were still running after {} s and were cut off", plugin, patienceNow.toSeconds());
            }
            if (!plugin.gate().close(patienceNow)) {
                LOG.warn("{}: other plugins were still within it after {} s", plugin, patienceNow.toSeconds());
            }
            ClassLoader loader = plugin.hosted().loader();
            plugin.hosted().remove();
            units.close(candidate.ref(), loader);
            leaks.watch(candidate.ref(), loader);
            LOG.info("{} has stopped", plugin);
        });
    }

    /** Lets calls on a server end whose bundle goes on with another one. */
    void drain(RunningPlugin plugin) {
        inBackground(
                plugin.candidate().location() + "#server",
                plugin.candidate().ref(),
                () -> plugin.server().drainAndClose(patience));
    }

    /** Takes away a bundle that never served; waits for it, though not for ever. */
    void discard(Candidate candidate, HostedPlugin hosted) {
        CompletableFuture<Void> removal = inBackground(candidate.location(), candidate.ref(), () -> {
            ClassLoader loader = hosted.findLoader();
            hosted.remove();
            if (loader != null) {
                units.close(candidate.ref(), loader);
                leaks.watch(candidate.ref(), loader);
            }
        });
        try {
            removal.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} refuses to stop; it is removed as soon as it does", candidate.ref());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("{} could not be removed", candidate.ref(), e.getCause());
        }
    }

    /**
     * Waits until what is being removed from a location is gone.
     *
     * @throws PlexicaException {@code unavailable} when it does not go
     */
    void awaitStopped(String location) {
        CompletableFuture<Void> removal = stopping.get(location);
        if (removal == null) {
            return;
        }
        try {
            removal.get(patience.plus(limit).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("The removal from {} failed", location, e);
        } catch (TimeoutException e) {
            String name =
                    PluginRef.ofLocation(location).map(PluginRef::toString).orElse(location);
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, name + " is still being stopped; try again in a while", e);
        }
    }

    private CompletableFuture<Void> inBackground(String location, PluginRef ref, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        stopping.put(location, done);
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | LinkageError e) {
                        LOG.error("{} did not stop cleanly", ref, e);
                    } finally {
                        stopping.remove(location, done);
                        done.complete(null);
                    }
                },
                "plexica-stop-" + ref,
                0,
                false);
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
