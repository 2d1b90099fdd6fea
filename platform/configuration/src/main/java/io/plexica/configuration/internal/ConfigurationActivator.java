package io.plexica.configuration.internal;

import io.plexica.spi.config.SecretSource;
import io.plexica.spi.config.Secrets;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the configurations before anything starts that needs one. No component: it runs at a start level below that of
 * the component runtime and of the HTTP server, so that neither is up for a moment with settings that do not count.
 */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='io.plexica.spi.config.Secrets'",
        effective = "active",
        uses = Secrets.class)
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class ConfigurationActivator implements BundleActivator {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationActivator.class);

    private @Nullable Watch watch;
    private volatile @Nullable VaultTracker tracker;

    @Override
    public void start(BundleContext context) throws IOException, BundleException {
        Map<String, String> environment = System.getenv();
        LeftFiles.remove(
                Path.of(System.getProperty("java.io.tmpdir")),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
        ConfigurationFiles files = new ConfigurationFiles(folder(context, environment));
        ConfigurationRoom room = new ConfigurationRoom(
                new DeclaredSettings(context)::read, files, environment, configurationAdmin(context));
        List<String> problems = room.begin();
        if (!problems.isEmpty()) {
            StartRefusal.stopEverything(problems);
            throw new BundleException("Settings are wrong: " + String.join("; ", problems));
        }
        registerSecrets(context, environment);
        Watch started = new Watch(files, room);
        context.addBundleListener((BundleListener) event -> started.bundleChanged(event.getType(), event.getBundle()));
        started.begin();
        watch = started;
        LOG.info("Settings come from the environment and from {}", files.folder());
    }

    @Override
    public void stop(BundleContext context) {
        if (watch != null) {
            watch.close();
        }
        VaultTracker present = tracker;
        if (present != null) {
            present.close();
        }
    }

    private void registerSecrets(BundleContext context, Map<String, String> environment) {
        Vaults vaults = new Vaults(this::vaults, Clock.systemUTC());
        VaultTracker started = new VaultTracker(context, vaults::forget);
        tracker = started;
        started.open();
        context.registerService(Secrets.class, new EnvironmentSecrets(environment, vaults), null);
    }

    private List<SecretSource> vaults() {
        VaultTracker present = tracker;
        return present == null ? List.of() : present.all();
    }

    private static Path folder(BundleContext context, Map<String, String> environment) {
        String home = environment.getOrDefault(OtherVariable.HOME.variable(), "");
        return home.isBlank() ? Path.of(context.getProperty("karaf.etc")) : Path.of(home, "etc");
    }

    private static ConfigurationAdmin configurationAdmin(BundleContext context) {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        return Objects.requireNonNull(context.getService(reference), "ConfigurationAdmin");
    }
}
