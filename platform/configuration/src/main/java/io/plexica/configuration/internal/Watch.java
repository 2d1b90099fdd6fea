package io.plexica.configuration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices changed files and bundles; one thread looks, once a second. A file counts once it has stopped changing. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long PERIOD_MILLIS = 1000;

    private final ConfigurationFiles files;
    private final ConfigurationRoom room;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "plexica-configuration");
        thread.setDaemon(true);
        return thread;
    });
    private Map<Path, ConfigurationFiles.Stamp> seen = Map.of();
    private Map<Path, ConfigurationFiles.Stamp> counted = Map.of();

    Watch(ConfigurationFiles files, ConfigurationRoom room) {
        this.files = files;
        this.room = room;
    }

    /** Begins to watch, from the present state on. */
    void begin() throws IOException {
        seen = files.stamps();
        counted = seen;
        worker.scheduleWithFixedDelay(
                () -> guarded(this::lookAtFiles), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A bundle has come or got other content; what it declares may be new. Only queues. */
    void bundleChanged(int event, Bundle bundle) {
        boolean mayDeclare = event == BundleEvent.INSTALLED || event == BundleEvent.UPDATED;
        if (!mayDeclare || !DeclaredSettings.isRoom(bundle)) {
            return;
        }
        try {
            worker.execute(() -> guarded(room::lookAgain));
        } catch (RejectedExecutionException e) {
            LOG.debug("The platform is stopping; {} needs no settings any more", bundle, e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void lookAtFiles() throws IOException {
        Map<Path, ConfigurationFiles.Stamp> now = files.stamps();
        if (now.equals(seen) && !now.equals(counted)) {
            counted = now;
            room.lookAgain();
        }
        seen = now;
        room.assertServer();
    }

    private static void guarded(Look look) {
        try {
            look.look();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            LOG.error("Settings cannot be read; they stay as they were", e);
        }
    }

    private interface Look {
        void look() throws IOException;
    }
}
