package io.plexica.plugins.internal.usage;

import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginWorker;
import io.plexica.plugins.internal.settings.LimitsSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Future;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes counts of days that are long past. There is no hurry, and nodes do not get in each other's way. */
@Component(service = UsageSweep.class, immediate = true)
public final class UsageSweep {

    private static final Logger LOG = LoggerFactory.getLogger(UsageSweep.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PIECE = 5_000;

    private final UsageStore store;
    private final LimitsSettings settings;
    private final Future<?> repetition;

    /** Sweeps now and again. */
    @Activate
    public UsageSweep(@Reference PluginWorker worker, @Reference UsageStore store, @Reference LimitsSettings settings) {
        this.store = store;
        this.settings = settings;
        this.repetition = worker.repeat(PAUSE, this::sweep);
    }

    /** Stops. */
    @Deactivate
    public void close() {
        repetition.cancel(false);
    }

    private void sweep() {
        try {
            LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(settings.usageDays());
            int gone = store.sweep(first, PIECE);
            LOG.debug("{} counts of days before {} have gone", gone, first);
        } catch (PlexicaException e) {
            LOG.debug("Counts are swept later", e);
        }
    }
}
