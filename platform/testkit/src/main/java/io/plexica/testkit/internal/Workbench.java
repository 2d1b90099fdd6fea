package io.plexica.testkit.internal;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server and the platform's database code, started once and shared by all fixtures of a JVM; both end with it. */
public final class Workbench {

    private static final DataSettings SETTINGS = new DataSettings(
            0,
            10,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofMinutes(2),
            2);

    private final TestServer server;
    private final DataPlatform platform;

    private Workbench() {
        server = TestServer.start();
        platform = new DataPlatform(server.access(), SETTINGS);
        platform.start();
        platform.defaultWorkspaces(tenant -> Optional.of(Names.workspace(tenant, Names.DEFAULT_WORKSPACE)));
    }

    /** The one of this JVM. Blocks for seconds when it is asked for first. */
    public static Workbench shared() {
        return Holder.WORKBENCH;
    }

    /** Makes the tables of a plugin in these tenants, as the platform does at an installation. */
    public PluginTables open(String plugin, List<String> tenants, @Nullable String migrations, List<Class<?>> classes) {
        PluginRef ref = new PluginRef(plugin, "1.0.0");
        ClassLoader parent = Thread.currentThread().getContextClassLoader();
        // One of its own, since the platform tells plugin versions apart by their class loaders.
        ClassLoader loader = new ClassLoader(parent) {};
        platform.pluginUnits().open(ref, classes.stream().map(Class::getName).toList(), loader);
        PluginTables tables = new PluginTables(platform, server, ref, loader, tenants);
        tables.make(migrations);
        return tables;
    }

    private static final class Holder {
        static final Workbench WORKBENCH = new Workbench();
    }
}
