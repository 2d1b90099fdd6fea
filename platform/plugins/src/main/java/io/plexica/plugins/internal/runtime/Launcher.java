package io.plexica.plugins.internal.runtime;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.Candidate;
import io.plexica.plugins.internal.settings.PluginsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings versions from their jars to where they run. What changes the framework and the registry is done by the worker; a
 * version's own code runs on the caller's account, so that one that hangs keeps nobody waiting but those who bring another
 * version of the same plugin. Safe for all threads, the worker's excepted.
 */
@Component(service = Launcher.class)
public final class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    /** For a start that hangs, a stop that hangs, and what comes with them. */
    private static final int STARTS = 3;

    private final PluginWorker worker;
    private final PluginRuntime runtime;
    private final PublicationTurns turns;

    /** Works through the worker. */
    @Activate
    public Launcher(
            @Reference PluginWorker worker, @Reference PluginRuntime runtime, @Reference PluginsSettings settings) {
        this.worker = worker;
        this.runtime = runtime;
        this.turns = new PublicationTurns(
                settings.startTimeout().multipliedBy(STARTS).plus(Duration.ofSeconds(1)));
    }

    /**
     * Runs work while nobody else brings a version of the plugin.
     *
     * @throws PlexicaException {@code unavailable} when others take too long; what the work throws
     */
    public <T> T inTurn(String pluginId, Callable<T> work) throws Exception {
        try (PublicationTurns.Turn turn = turns.take(pluginId)) {
            return work.call();
        }
    }

    /** The same unless somebody else does; false then. */
    boolean tryInTurn(String pluginId, Runnable work) {
        Optional<PublicationTurns.Turn> found = turns.tryTake(pluginId);
        if (found.isEmpty()) {
            return false;
        }
        try (PublicationTurns.Turn turn = found.get()) {
            work.run();
            return true;
        }
    }

    /** Waits, in the plugin's turn, until the same bytes are not on their way out any more. */
    public void awaitRoom(Candidate candidate) {
        runtime.awaitRoom(candidate);
    }

    /**
     * Launches a version, in the plugin's turn. Whatever fails leaves nothing of it, unless its stop hangs, which is reported.
     *
     * @throws PlexicaException {@code plugin-invalid} saying why it cannot run; what the launch throws
     */
    public <T> T launch(Candidate candidate, Path jar, Launch<T> launch) throws Exception {
        runtime.awaitRoom(candidate);
        InstalledPlugin installed = worker.call(() -> runtime.install(candidate, jar));
        try {
            return launch(runtime.start(installed), launch);
        } catch (Exception e) {
            giveBack(installed);
            throw e;
        }
    }

    private <T> T launch(PreparedPlugin plugin, Launch<T> launch) throws Exception {
        try {
            launch.prepare(plugin);
            return worker.call(() -> launch.add(plugin));
        } catch (Exception e) {
            runtime.discard(plugin);
            throw e;
        }
    }

    private void giveBack(InstalledPlugin plugin) {
        try {
            worker.run(plugin.takeBack());
        } catch (PlexicaException e) {
            LOG.debug("What came with {} goes with the platform", plugin, e);
        }
    }

    /** What becomes of a version that has started. */
    public interface Launch<T> {

        /** Does what takes its time, on the caller's thread, before anybody is served. */
        default void prepare(PreparedPlugin plugin) {}

        /**
         * Looks again whether the version may come, since much may have happened while it started; serves and adds it. On the
         * worker.
         */
        T add(PreparedPlugin plugin);
    }
}
