package io.plexica.plugins.internal.configuration;

import io.plexica.plugins.internal.store.LevelStore;
import io.plexica.plugins.internal.store.Levels;
import io.plexica.spi.data.Database;
import io.plexica.spi.signal.Signals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What tenants have decided about plugins, remembered from call to call and forgotten tenant by tenant. Whoever reads the table
 * takes hold of the tenant's map before and fills it after; a change drops that map, so that what was read before the change
 * goes into one that nobody asks any more. Safe for all threads.
 */
@Component(service = ConfigurationMemory.class)
public final class ConfigurationMemory {

    /** Most of them undecided, which takes no room of its own. */
    private static final int MOST = 100_000;

    private final Map<String, Map<String, Levels>> tenants = new ConcurrentHashMap<>();
    private final AtomicInteger remembered = new AtomicInteger();
    private final Database database;
    private final LevelStore levels;
    private final Signals signals;

    /** Begins with nothing. */
    @Activate
    public ConfigurationMemory(@Reference Database database, @Reference LevelStore levels, @Reference Signals signals) {
        this.database = database;
        this.levels = levels;
        this.signals = signals;
    }

    /** What was decided; the same object until something changes. While this node hears of no changes the database is asked. */
    Levels of(String slug, String pluginId) {
        if (!signals.isCurrent()) {
            return read(slug, pluginId);
        }
        Map<String, Levels> tenant = tenants.get(slug);
        Levels known = tenant == null ? null : tenant.get(pluginId);
        return known == null ? learn(slug, pluginId) : known;
    }

    /** Something has changed in a tenant. */
    void forget(String slug) {
        tenants.remove(slug);
    }

    /** Anything may have changed. */
    void forgetAll() {
        tenants.clear();
    }

    private Levels learn(String slug, String pluginId) {
        Map<String, Levels> tenant = tenants.computeIfAbsent(slug, key -> new ConcurrentHashMap<>());
        Levels read = read(slug, pluginId);
        if (remembered.incrementAndGet() > MOST) {
            remembered.set(0);
            tenants.clear();
        }
        tenant.put(pluginId, read);
        return read;
    }

    /** On a connection of its own, so that nothing is remembered that may yet be rolled back. */
    private Levels read(String slug, String pluginId) {
        return database.apart(() -> levels.of(slug, pluginId));
    }
}
