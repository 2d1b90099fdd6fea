package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.host.HostedPlugin;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops plugin versions to which no route leads any more: lets calls in flight end, then takes the bundle away. Each on a
 * thread of its own, since a plugin's code may take its time. One that takes more than the limit is reported and left to
 * itself: nobody waits for it any more. Safe for all threads.
 */
final class PluginStopper {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStopper.class);

    private final PluginUnits units;
    private final LeakWatch leaks;
    private final Duration patience;
    private final Duration limit;
    private final Map<String, Removal> stopping = new ConcurrentHashMap<>();

    PluginStopper(PluginUnits units, LeakWatch leaks, Duration patience, Duration limit) {
        this.units = units;
        this.leaks = leaks;
        this.patience = patience;
        this.limit = limit;
    }

    /** Begins to stop a version. The result completes when it is gone, or hangs. */
    CompletableFuture<Void> stop(RunningPlugin plugin) {
        return stop(plugin, patience);
    }

    /** The same with another patience for calls in flight. */
    CompletableFuture<Void> stop(RunningPlugin plugin, Duration patienceNow) {
        Candidate candidate = plugin.candidate();
        Removal removal = inBackground(candidate.location(), candidate.ref(), own -> {
            if (!plugin.server().drainAndClose(patienceNow)) {
                LOG.warn("{}: calls were still running after {} s and were cut off", plugin, patienceNow.toSeconds());
            }
            if (!plugin.gate().close(patienceNow)) {
                LOG.warn("{}: other plugins were still within it after {} s", plugin, patienceNow.toSeconds());
            }
            ClassLoader loader = plugin.hosted().loader();
            limit(own);
            plugin.hosted().remove();
            units.close(candidate.ref(), loader);
            leaks.watch(candidate.ref(), loader);
            LOG.info("{} has stopped", plugin);
        });
        return removal.settled();
    }

    /** Versions whose stop hangs. */
    List<Leak> hanging() {
        return stopping.values().stream()
                .filter(Removal::hangs)
                .map(Removal::leak)
                .toList();
    }

    /** Says what still stops, now that nobody waits for it any more. */
    void reportUnfinished() {
        stopping.values()
                .forEach(removal -> LOG.warn(
                        "{} has not stopped and is not waited for; it is at {}", removal.plugin(), removal.where()));
    }

    /** Lets calls on a server end whose bundle goes on with another one. */
    void drain(RunningPlugin plugin) {
        inBackground(
                plugin.candidate().location() + "#server",
                plugin.candidate().ref(),
                own -> plugin.server().drainAndClose(patience));
    }

    /** Takes away a bundle that serves nobody, unless that is under way; waits for it, though not for ever. */
    void discard(Candidate candidate, HostedPlugin hosted) {
        Removal underWay = stopping.get(candidate.location());
        if (underWay != null) {
            underWay.settled().join();
            return;
        }
        Removal removal = inBackground(candidate.location(), candidate.ref(), own -> {
            ClassLoader loader = hosted.findLoader();
            limit(own);
            hosted.remove();
            if (loader != null) {
                units.close(candidate.ref(), loader);
                leaks.watch(candidate.ref(), loader);
            }
        });
        removal.settled().join();
    }

    /**
     * Waits until what is being removed from a location is gone.
     *
     * @throws PlexicaException {@code plugin-unavailable} when it does not go
     */
    void awaitStopped(String location) {
        Removal removal = stopping.get(location);
        if (removal == null) {
            return;
        }
        try {
            removal.settled().get(patience.plus(limit).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("The removal from {} failed", location, e);
        } catch (TimeoutException e) {
            throw hangs(removal, e);
        }
        if (removal.hangs()) {
            throw hangs(removal, null);
        }
    }

    /**
     * The same for those who cannot wait.
     *
     * @throws PlexicaException {@code plugin-unavailable} when something is still being removed from there
     */
    void demandStopped(String location) {
        Removal removal = stopping.get(location);
        if (removal != null) {
            throw hangs(removal, null);
        }
    }

    private static PlexicaException hangs(Removal removal, @Nullable Exception cause) {
        PluginRef ref = removal.plugin();
        return new PlexicaException(
                        ErrorCode.PLUGIN_UNAVAILABLE,
                        "The stop of " + ref + " hangs in " + removal.where()
                                + "; it can start again when that has ended, or when the platform has been restarted",
                        cause)
                .with("plugin", ref.id());
    }

    /** The plugin's code has its turn, for so long. */
    private void limit(Removal removal) {
        removal.limit(limit, () -> {
            leaks.leaked(removal.plugin().id());
            LOG.warn(
                    "The stop of {} did not end within {} s; it hangs in {}",
                    removal.plugin(),
                    limit.toSeconds(),
                    removal.where());
        });
    }

    private Removal inBackground(String location, PluginRef ref, Consumer<Removal> work) {
        Removal removal = new Removal(ref);
        stopping.put(location, removal);
        Thread thread = new Thread(
                null,
                () -> {
                    removal.begin();
                    try {
                        work.accept(removal);
                    } catch (RuntimeException | LinkageError e) {
                        LOG.error("{} did not stop cleanly", ref, e);
                    } finally {
                        stopping.remove(location, removal);
                        removal.end();
                    }
                },
                "plexica-stop-" + ref,
                0,
                false);
        thread.setDaemon(true);
        thread.start();
        return removal;
    }
}
