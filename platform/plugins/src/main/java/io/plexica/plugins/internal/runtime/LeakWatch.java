package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the class loaders of stopped plugins are gone, and reports those that are not. Safe for all threads. */
final class LeakWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LeakWatch.class);

    private final List<Suspect> suspects = new CopyOnWriteArrayList<>();
    private final Duration patience;

    LeakWatch(Duration patience) {
        this.patience = patience;
    }

    void watch(PluginRef plugin, ClassLoader loader) {
        suspects.add(new Suspect(plugin, new WeakReference<>(loader), Instant.now()));
    }

    /** Forgets what is gone and reports once what should be. */
    void look() {
        suspects.removeIf(suspect -> suspect.loader().get() == null);
        Instant limit = Instant.now().minus(patience);
        if (suspects.stream().noneMatch(suspect -> suspect.since().isBefore(limit))) {
            return;
        }
        // Only a full collection tells; it is asked for only when something overdue would otherwise be reported.
        System.gc();
        suspects.removeIf(suspect -> suspect.loader().get() == null);
        for (Suspect suspect : List.copyOf(suspects)) {
            if (suspect.since().isBefore(limit)) {
                suspects.remove(suspect);
                LOG.warn(
                        "{} stopped at {}, but something still holds its classes: a thread, a timer, a thread-local or a"
                                + " static field outside it",
                        suspect.plugin(),
                        suspect.since());
            }
        }
    }

    /** How many stopped plugins' classes are still in memory. */
    int count() {
        suspects.removeIf(suspect -> suspect.loader().get() == null);
        return suspects.size();
    }

    private record Suspect(PluginRef plugin, WeakReference<ClassLoader> loader, Instant since) {}
}
