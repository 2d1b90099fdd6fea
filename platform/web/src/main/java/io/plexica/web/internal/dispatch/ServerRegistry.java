package io.plexica.web.internal.dispatch;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.PluginServers;
import io.plexica.web.internal.bounds.CallBoard;
import io.plexica.web.internal.bounds.VersionCalls;
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
    private final CallBoard board;
    private final Map<PluginRef, ApiServer> servers = new ConcurrentHashMap<>();

    @Activate
    public ServerRegistry(@Reference ServerFactory factory, @Reference CallBoard board) {
        this.factory = factory;
        this.board = board;
    }

    @Override
    public PluginServer serve(
            PluginRef plugin, String title, List<Object> resources, ClassLoader loader, Limits limits) {
        VersionCalls calls = board.account(plugin, limits);
        ApiServer server = factory.create(plugin, title, resources, loader, calls);
        servers.put(plugin, server);
        board.open(calls);
        return new Served(plugin, server, calls);
    }

    @Override
    public List<String> check(String pluginId, List<Class<?>> resources) {
        return factory.check(pluginId, resources);
    }

    @Override
    public @Nullable String unanswered(String path, List<Class<?>> resources) {
        return factory.unanswered(path, resources);
    }

    /** The server of a plugin version; null when it is not served here. */
    public @Nullable ApiServer find(PluginRef plugin) {
        return servers.get(plugin);
    }

    private final class Served implements PluginServer {

        private final PluginRef plugin;
        private final ApiServer server;
        private final VersionCalls calls;

        Served(PluginRef plugin, ApiServer server, VersionCalls calls) {
            this.plugin = plugin;
            this.server = server;
            this.calls = calls;
        }

        @Override
        public int ask(String path) throws Exception {
            return server.ask(path);
        }

        /** A snapshot replaced by other bytes has a successor under the same name already; that one stays. */
        @Override
        public boolean drainAndClose(Duration patience) {
            try {
                boolean drained = server.drainAndClose(patience);
                servers.remove(plugin, server);
                return drained;
            } finally {
                board.close(calls);
            }
        }
    }
}
