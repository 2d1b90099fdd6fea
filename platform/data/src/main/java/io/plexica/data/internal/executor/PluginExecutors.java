package io.plexica.data.internal.executor;

import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import java.util.concurrent.Semaphore;

/** Makes the executors of plugins, which share a bound of what runs at once. Safe for all threads. */
public final class PluginExecutors {

    private final Database database;
    private final ExecutorSettings settings;
    private final Semaphore running;

    /** Executors whose work runs in units of work of this database. */
    public PluginExecutors(Database database, ExecutorSettings settings) {
        this.database = database;
        this.settings = settings;
        this.running = new Semaphore(settings.running(), true);
    }

    /** An executor for a plugin version. It has threads only while there is something to do. */
    public PluginExecutor open(PluginRef plugin, ClassLoader loader) {
        return new PluginExecutor(plugin, loader, database, settings, running);
    }
}
