package io.plexica.web.internal.dispatch;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.PluginServers;
import io.plexica.web.internal.server.ApiServer;
import io.plexica.web.internal.server.ServerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The servers of plugin versions. Safe for all threads. */
@Component(service = {PluginServers.class, ServerRegistry.class})
public final class ServerRegistry implements PluginServers {

    private final ServerFactory factory;
    private final Map<PluginRef, ApiServer> servers = new ConcurrentHashMap<>();

    @Activate
    public ServerRegistry(@Reference ServerFactory factory) {
        this.factory = factory;
    }

    @Override
    public PluginServer serve(PluginRef plugin, String title, List<Object> resources, ClassLoader loader) {
        ApiServer server = factory.create(plugin, title, resources, loader);
        servers.put(plugin, server);
        return new Served(plugin, server);
    }

    @Override
    public List<String> check(String pluginId, List<Class<?>> resources) {
        return factory.check(pluginId, resources);
    }

    /** The server of a plugin version; null when it is not served here. */
    public @Nullable ApiServer find(PluginRef plugin) {
        return servers.get(plugin);
    }

    private final class Served implements PluginServer {

        private final PluginRef plugin;
        private final ApiServer server;

        Served(PluginRef plugin, ApiServer server) {
            this.plugin = plugin;
            this.server = server;
        }

        @Override
        public int ask(String path) throws Exception {
            return server.ask(path);
        }

        /** A snapshot replaced by other bytes has a successor under the same name already; that one stays. */
        @Override
        public boolean drainAndClose(Duration patience) {
            boolean drained = server.drainAndClose(patience);
            servers.remove(plugin, server);
            return drained;
        }
    }
}
