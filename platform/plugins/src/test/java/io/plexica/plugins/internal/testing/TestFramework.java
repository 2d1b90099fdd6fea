package io.plexica.plugins.internal.testing;

import io.plexica.itests.machine.TestFolders;
import io.plexica.plugins.internal.host.ServiceVisibility;
import io.plexica.plugins.internal.host.SnapshotCollisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A real framework with a real component runtime; what plugins import comes from the tests' class path. */
public final class TestFramework implements AutoCloseable {

    private static final String PACKAGES = String.join(
            ",",
            version("1.0.0", "io.plexica.api.audit", "io.plexica.api.context", "io.plexica.api.data"),
            version("1.0.0", "io.plexica.api.configuration"),
            version("1.0.0", "io.plexica.api.plugin", "io.plexica.api.problem", "io.plexica.api.rest"),
            version(
                    "1.0.0",
                    "io.plexica.api.security",
                    "io.plexica.api.services",
                    "io.plexica.api.hooks",
                    "io.plexica.api.search",
                    "io.plexica.api.events",
                    "io.plexica.api.jobs"),
            version("2.1.0", "javax.ws.rs", "javax.ws.rs.core"),
            version("2.2.0", "javax.persistence"),
            version("1.7.36", "org.slf4j"),
            version("1.5.1", "org.osgi.service.component", "org.osgi.service.component.runtime"),
            version("1.5.1", "org.osgi.service.component.runtime.dto"),
            version("1.1.0", "org.osgi.util.promise", "org.osgi.util.function"));

    private final Path cache;
    private final Framework framework;

    public TestFramework() {
        try {
            cache = TestFolders.create("felix");
            framework = new FrameworkFactory()
                    .newFramework(Map.of(
                            "org.osgi.framework.storage",
                            cache.toString(),
                            "org.osgi.framework.system.packages.extra",
                            PACKAGES,
                            "org.osgi.framework.system.capabilities.extra",
                            "osgi.extender;osgi.extender=io.plexica.plugin;version:Version=1.0.0",
                            "felix.log.level",
                            "1"));
            framework.start();
            Bundle components = context().installBundle(locationOf(org.apache.felix.scr.info.ScrInfo.class));
            components.start();
            context().registerService(CollisionHook.class, new SnapshotCollisions(context()), null);
            ServiceVisibility sight = new ServiceVisibility();
            context().registerService(FindHook.class, sight, null);
            context().registerService(EventListenerHook.class, sight, null);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    public ServiceComponentRuntime components() {
        return context().getService(context().getServiceReference(ServiceComponentRuntime.class));
    }

    /** How many plugins' bundles are installed. */
    public long plugins() {
        return Stream.of(context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("plexica:"))
                .count();
    }

    /** The API bundles that are installed, as name and version. */
    public List<String> apis() {
        return Stream.of(context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("plexica-api:"))
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(10_000);
            TestFolders.remove(cache);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private static String version(String version, String... packages) {
        return Stream.of(packages)
                .map(name -> name + ";version=" + version)
                .reduce((left, right) -> left + "," + right)
                .orElseThrow();
    }
}
