package io.plexica.spi.web;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Puts the resources of plugin versions onto the network, each version on a server of its own. Safe for all threads. */
@ProviderType
public interface PluginServers {

    /**
     * Starts serving a plugin version. No call reaches it until a route leads to it. A version that is served already (a
     * snapshot replaced by other bytes) goes to the new server from now on; calls in flight end on the old one, whose
     * closing does not touch the new one.
     *
     * @param resources its resource instances; may be empty
     * @param loader the plugin's class loader
     * @param limits how much it asks to do at once and for how long, in each tenant; the platform gives no more than its own
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-invalid} when the resources cannot be served
     */
    PluginServer serve(PluginRef plugin, String title, List<Object> resources, ClassLoader loader, Limits limits);

    /** The same for a version that asks for no limits of its own. */
    default PluginServer serve(PluginRef plugin, String title, List<Object> resources, ClassLoader loader) {
        return serve(plugin, title, resources, loader, Limits.NONE);
    }

    /**
     * What is wrong with the classes of resources, before any is instantiated: methods without a guard, sub-resource
     * locators, guards on both of two kinds, unknown forms of keys. Pure; empty when all is well.
     */
    List<String> check(String pluginId, List<Class<?>> resources);

    /**
     * Why none of these classes could answer what {@link PluginServer#ask} asks of a path. Pure.
     *
     * @return null when one could
     */
    @Nullable
    String unanswered(String path, List<Class<?>> resources);

    /** A version being served. */
    interface PluginServer {

        /**
         * Asks the version itself, as a GET of a path below its own would: the platform's question in the current context,
         * which no guard judges and no route leads. The method that answers takes no parameters. Blocks until it answers;
         * who cannot wait for ever calls this on a thread that can be left behind.
         *
         * @param path such as {@code /health}
         * @return the status of the answer; 404 when nothing answers there
         * @throws Exception what the method throws
         */
        int ask(String path) throws Exception;

        /**
         * Takes no new calls, waits for those in flight and releases everything of the plugin's.
         *
         * @param patience how long to wait before the remaining calls are cut off
         * @return whether all calls ended by themselves
         */
        boolean drainAndClose(Duration patience);
    }
}
