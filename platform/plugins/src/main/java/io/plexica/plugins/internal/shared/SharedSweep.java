package io.plexica.plugins.internal.shared;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginWorker;
import java.time.Duration;
import java.util.concurrent.Future;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes shared values whose time is over. Nobody sees them any more, so there is no hurry, and nodes do not get in each
 * other's way.
 */
@Component(service = SharedSweep.class, immediate = true)
public final class SharedSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSweep.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int PIECE = 5_000;

    private final SharedStore store;
    private final Future<?> repetition;

    /** Sweeps now and again. */
    @Activate
    public SharedSweep(@Reference PluginWorker worker, @Reference SharedStore store) {
        this.store = store;
        this.repetition = worker.repeat(PAUSE, this::sweep);
    }

    /** Stops. */
    @Deactivate
    public void close() {
        repetition.cancel(false);
    }

    private void sweep() {
        try {
            int gone = store.sweep(PIECE);
            LOG.debug("{} shared values have expired", gone);
        } catch (PlexicaException e) {
            LOG.debug("Shared values are swept later", e);
        }
    }
}
