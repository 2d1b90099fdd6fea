package io.plexica.plugins.internal.runtime;

import io.plexica.spi.plugins.PluginRef;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the class loaders of stopped plugins are gone, and reports those that are not, with what holds them as far as
 * that can be told. Safe for all threads.
 */
final class LeakWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LeakWatch.class);

    /** How soon after a stop threads that go on are worth a word; an executor's need a moment. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int MOST_TOLD = 20;

    private final List<Suspect> suspects = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> inARow = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Duration soon;

    LeakWatch(Duration patience) {
        this.patience = patience;
        this.soon = patience.compareTo(SOON) < 0 ? patience : SOON;
    }

    void watch(PluginRef plugin, ClassLoader loader) {
        suspects.add(new Suspect(plugin, loader));
    }

    /** Forgets what is gone and reports once what should be. */
    void look() {
        forgetGone();
        Instant now = Instant.now();
        suspects.stream().filter(suspect -> suspect.isOlder(soon, now)).forEach(Suspect::lookAgain);
        if (suspects.stream().noneMatch(suspect -> !suspect.reported && suspect.isOlder(patience, now))) {
            return;
        }
        // Only a full collection tells; it is asked for only when something overdue would otherwise be reported.
        System.gc();
        forgetGone();
        suspects.stream()
                .filter(suspect -> !suspect.reported && suspect.isOlder(patience, now))
                .forEach(suspect -> {
                    suspect.report();
                    leaked(suspect.plugin.id());
                });
    }

    /** Versions whose classes should be gone and are not, with threads that should have ended. */
    List<Leak> leaks() {
        forgetGone();
        return suspects.stream()
                .filter(suspect -> suspect.reported || !suspect.threads.isEmpty())
                .map(suspect -> new Leak(suspect.plugin, suspect.since, suspect.threads))
                .toList();
    }

    /** In how many stops, one after the other, a plugin has left its classes behind. */
    int inARow(String pluginId) {
        return inARow.getOrDefault(pluginId, 0);
    }

    /** A stop of a plugin has left its classes behind. */
    void leaked(String pluginId) {
        inARow.merge(pluginId, 1, Integer::sum);
    }

    /** What a plugin did is settled: it is counted anew. */
    void settle(String pluginId) {
        inARow.remove(pluginId);
    }

    /** How many stopped plugins' classes are still in memory. */
    int count() {
        forgetGone();
        return suspects.size();
    }

    private void forgetGone() {
        suspects.removeIf(suspect -> {
            boolean gone = suspect.loader.get() == null;
            if (gone && !suspect.reported) {
                inARow.remove(suspect.plugin.id());
            }
            return gone;
        });
    }

    /** A version that stopped. */
    private static final class Suspect {

        private final PluginRef plugin;
        private final WeakReference<ClassLoader> loader;
        private final Instant since = Instant.now();
        private volatile List<String> threads = List.of();
        private volatile boolean reported;
        private volatile boolean looked;

        Suspect(PluginRef plugin, ClassLoader loader) {
            this.plugin = plugin;
            this.loader = new WeakReference<>(loader);
        }

        boolean isOlder(Duration age, Instant now) {
            return since.isBefore(now.minus(age));
        }

        /** Looks at its threads once, and as long as there are any. */
        void lookAgain() {
            if (!looked || !threads.isEmpty()) {
                if (!looked) {
                    clearLocals();
                }
                looked = true;
                lookAtThreads();
            }
        }

        /** What it left in thread-locals of others would stay for as long as those threads do. */
        private void clearLocals() {
            @Nullable ClassLoader present = loader.get();
            List<String> taken = present == null ? List.of() : ThreadLocalLeaks.take(present);
            if (!taken.isEmpty()) {
                LOG.warn(
                        "{} left {} values on threads of the platform, which are taken away: {}",
                        plugin,
                        taken.size(),
                        String.join("; ", taken.subList(0, Math.min(MOST_TOLD, taken.size()))));
            }
        }

        private void lookAtThreads() {
            @Nullable ClassLoader present = loader.get();
            List<String> found = present == null ? List.of() : ThreadLeaks.of(present);
            if (!found.isEmpty() && threads.isEmpty()) {
                LOG.warn("{} stopped at {}, but {}", plugin, since, new Leak(plugin, since, found).inWords());
            }
            threads = found;
        }

        void report() {
            reported = true;
            lookAtThreads();
            LOG.warn("{} stopped at {}, but {}", plugin, since, new Leak(plugin, since, threads).inWords());
        }
    }
}
