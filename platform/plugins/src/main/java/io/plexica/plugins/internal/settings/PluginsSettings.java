package io.plexica.plugins.internal.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** The room's settings, for all its components. Immutable. */
@Component(
        service = PluginsSettings.class,
        configurationPid = "io.plexica.plugins",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PluginsConfig.class)
public final class PluginsSettings {

    private static final int HUNG_MAX = 20;
    private static final int LEAKS_MAX = 3;

    private final Path deploy;
    private final Duration deployInterval;
    private final boolean dev;
    private final Duration startTimeout;
    private final Duration hookTimeout;
    private final Duration drainTimeout;
    private final DefaultPlugins defaultPlugins;
    private final Set<String> plugins;
    private final int hungMax;
    private final int leaksMax;

    /** Reads them. */
    @Activate
    public PluginsSettings(PluginsConfig config, BundleContext context) {
        this(
                folder(config.deploy(), context),
                Duration.ofMillis(config.deployInterval()),
                config.dev(),
                Duration.ofSeconds(config.startTimeout()),
                Duration.ofSeconds(config.hookTimeout()),
                Duration.ofSeconds(config.drainTimeout()),
                DefaultPlugins.of(config.defaultPlugins()),
                ids(config.plugins()),
                config.hungMax(),
                config.leaksMax());
    }

    /** Settings from elsewhere, with the usual patience for plugins that harm. */
    public PluginsSettings(
            Path deploy,
            Duration deployInterval,
            boolean dev,
            Duration startTimeout,
            Duration hookTimeout,
            Duration drainTimeout,
            DefaultPlugins defaultPlugins,
            Set<String> plugins) {
        this(
                deploy,
                deployInterval,
                dev,
                startTimeout,
                hookTimeout,
                drainTimeout,
                defaultPlugins,
                plugins,
                HUNG_MAX,
                LEAKS_MAX);
    }

    /** Settings from elsewhere than a configuration. */
    public PluginsSettings(
            Path deploy,
            Duration deployInterval,
            boolean dev,
            Duration startTimeout,
            Duration hookTimeout,
            Duration drainTimeout,
            DefaultPlugins defaultPlugins,
            Set<String> plugins,
            int hungMax,
            int leaksMax) {
        this.deploy = deploy;
        this.deployInterval = deployInterval;
        this.dev = dev;
        this.startTimeout = startTimeout;
        this.hookTimeout = hookTimeout;
        this.drainTimeout = drainTimeout;
        this.defaultPlugins = defaultPlugins;
        this.plugins = Set.copyOf(plugins);
        this.hungMax = hungMax;
        this.leaksMax = leaksMax;
    }

    private static Path folder(String configured, BundleContext context) {
        if (!configured.isBlank()) {
            return Path.of(configured).toAbsolutePath().normalize();
        }
        String base = context.getProperty("karaf.base");
        return Path.of(base == null ? "" : base, "deploy").toAbsolutePath().normalize();
    }

    /** Into which folder jars are dropped. */
    public Path deploy() {
        return deploy;
    }

    /** How often the folder is looked at. */
    public Duration deployInterval() {
        return deployInterval;
    }

    /** Whether this is a developer's machine. */
    public boolean dev() {
        return dev;
    }

    /** How long a plugin may take to start. */
    public Duration startTimeout() {
        return startTimeout;
    }

    /** How long a lifecycle method may take. */
    public Duration hookTimeout() {
        return hookTimeout;
    }

    /** How long requests in flight may take once their version goes. */
    public Duration drainTimeout() {
        return drainTimeout;
    }

    /** What new tenants get. */
    public DefaultPlugins defaultPlugins() {
        return defaultPlugins;
    }

    /** The only plugins that this deployment starts; empty for all. */
    public Set<String> plugins() {
        return plugins;
    }

    /** With more threads that hang a version is stopped. */
    public int hungMax() {
        return hungMax;
    }

    /** With as many leaks in a row a plugin is stopped. */
    public int leaksMax() {
        return leaksMax;
    }

    /** Whether this deployment starts a plugin. */
    public boolean serves(String pluginId) {
        return plugins.isEmpty() || plugins.contains(pluginId);
    }

    private static Set<String> ids(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
