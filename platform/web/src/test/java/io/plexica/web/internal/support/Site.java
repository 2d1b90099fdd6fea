package io.plexica.web.internal.support;

import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.PluginServers.PluginServer;
import io.plexica.web.internal.bounds.CallBoard;
import io.plexica.web.internal.bounds.PluginCallMetrics;
import io.plexica.web.internal.dispatch.DispatchServlet;
import io.plexica.web.internal.dispatch.ServerRegistry;
import io.plexica.web.internal.health.HealthBoard;
import io.plexica.web.internal.health.HealthServlet;
import io.plexica.web.internal.health.MetricsServlet;
import io.plexica.web.internal.jetty.FallbackServlet;
import io.plexica.web.internal.jetty.JettyHardening;
import io.plexica.web.internal.metrics.CallMeters;
import io.plexica.web.internal.metrics.MetricsBoard;
import io.plexica.web.internal.pages.PageAnswers;
import io.plexica.web.internal.server.ApiServer;
import io.plexica.web.internal.server.ServerFactory;
import io.plexica.web.internal.settings.LimitSettings;
import io.plexica.web.internal.settings.Settings;
import io.plexica.web.internal.settings.WebSettings;
import io.plexica.web.internal.whole.Completeness;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.http.HttpServlet;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/** The whole room on a port of its own. */
public final class Site implements AutoCloseable {

    public static final Settings SETTINGS = new Settings(
            URI.create("http://localhost:8181"),
            List.of(),
            Set.of("https://friend.example"),
            4096,
            8192,
            16_384,
            Duration.ofSeconds(2),
            Set.of("database"),
            BoundSettings.STANDARD,
            8192,
            LimitSettings.NONE);

    /** The same with other bounds for plugins and limits. */
    public static Settings settings(BoundSettings bounds, LimitSettings limits) {
        return new Settings(
                SETTINGS.publicUrl(),
                SETTINGS.trustedProxies(),
                SETTINGS.corsOrigins(),
                SETTINGS.bodyMax(),
                SETTINGS.jarMax(),
                SETTINGS.headerMax(),
                SETTINGS.asyncTimeout(),
                SETTINGS.healthRequired(),
                bounds,
                SETTINGS.objectMax(),
                limits);
    }

    /** A node that neither starts nor stops. */
    public static final Completeness WHOLE = new Completeness(() -> true, () -> false);

    public final FakeRooms rooms = new FakeRooms();
    public final CallMeters meters = new CallMeters();
    public final AtomicBoolean ready = new AtomicBoolean(true);
    public final AtomicBoolean stopping = new AtomicBoolean();
    public final Completeness whole = new Completeness(ready::get, stopping::get);
    public final MetricsBoard metrics = new MetricsBoard();
    public final ServerFactory factory = new ServerFactory(rooms, meters, whole);
    public final CallBoard calls;
    public final ServerRegistry plugins;
    public final PageAnswers pages;
    public final HealthBoard health = new HealthBoard();
    public final Http http;

    private final AtomicReference<@Nullable ApiServer> platform = new AtomicReference<>();
    private final Server jetty = new Server();

    public Site() throws Exception {
        this(SETTINGS);
    }

    public Site(Settings configured) throws Exception {
        WebSettings settings = new WebSettings(configured);
        calls = new CallBoard(settings);
        plugins = new ServerRegistry(factory, calls);
        HttpConfiguration configuration = new HttpConfiguration();
        // As Pax Web does.
        configuration.setSendServerVersion(false);
        configuration.addCustomizer(new JettyHardening(settings));
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration));
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        pages = new PageAnswers(settings, whole);
        add(
                context,
                new DispatchServlet(settings, rooms, plugins, platform::get, meters, pages, whole),
                "/api/*",
                "/t/*");
        add(context, new HealthServlet(health, settings, rooms, pages), "/health/*");
        metrics.addSource(meters);
        metrics.addSource(new PluginCallMetrics(calls));
        add(context, new MetricsServlet(metrics, settings, rooms), "/metrics");
        add(context, new FallbackServlet(pages), "/");
        jetty.setHandler(context);
        jetty.start();
        this.http = new Http(connector.getLocalPort());
        http.get("/health/live").send();
    }

    /** Serves resources of the platform. */
    public void platform(Object... resources) {
        platform.set(factory.create(null, "Plexica", List.of(resources), Site.class.getClassLoader()));
    }

    /** Serves other resources of the platform, and waits until the old server is gone. */
    public void exchange(Object... resources) {
        ApiServer before = platform.get();
        platform(resources);
        before.drainAndClose(Duration.ofSeconds(30));
    }

    /** Serves a plugin version and makes it the newest. */
    public PluginServer plugin(PluginRef plugin, Object... resources) {
        PluginServer server = plugins.serve(plugin, plugin.id(), List.of(resources), Site.class.getClassLoader());
        rooms.available(plugin);
        return server;
    }

    @Override
    public void close() throws Exception {
        jetty.stop();
        health.close();
        metrics.close();
        factory.close();
        calls.close();
    }

    private static void add(ServletContextHandler context, HttpServlet servlet, String... paths) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        for (String path : paths) {
            context.addServlet(holder, path);
        }
    }
}
