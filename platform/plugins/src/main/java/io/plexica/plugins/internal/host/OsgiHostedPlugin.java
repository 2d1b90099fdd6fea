package io.plexica.plugins.internal.host;

import io.plexica.api.events.EventHandler;
import io.plexica.api.hooks.HookHandler;
import io.plexica.api.jobs.JobHandler;
import io.plexica.api.plugin.PluginLifecycle;
import io.plexica.api.search.Reindexer;
import io.plexica.plugins.internal.check.ComponentDescription;
import io.plexica.plugins.internal.check.PluginCheck;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin's bundle in the real framework. */
final class OsgiHostedPlugin implements HostedPlugin {

    private static final Logger LOG = LoggerFactory.getLogger(OsgiHostedPlugin.class);

    private final BundleContext context;
    private final Bundle bundle;
    private final PluginComponents components;
    private final List<ServiceReference<?>> held = new CopyOnWriteArrayList<>();
    private final Set<String> offered;
    private final Map<String, Object> offers = new ConcurrentHashMap<>();
    private final List<HostedHandler> handlers = new CopyOnWriteArrayList<>();
    private final List<HostedEventHandler> eventHandlers = new CopyOnWriteArrayList<>();
    private final List<Reindexer> reindexers = new CopyOnWriteArrayList<>();
    private final List<HostedJobHandler> jobHandlers = new CopyOnWriteArrayList<>();
    private volatile @Nullable PluginLifecycle lifecycle;

    OsgiHostedPlugin(
            BundleContext context,
            ServiceComponentRuntime runtime,
            Bundle bundle,
            List<ComponentDescription> descriptions,
            Set<String> offered) {
        this.context = context;
        this.bundle = bundle;
        this.offered = Set.copyOf(offered);
        this.components = new PluginComponents(context, runtime, bundle, descriptions, offered);
    }

    @Override
    public List<String> resolve() {
        return framework().resolveBundles(List.of(bundle)) ? List.of() : UnresolvedReasons.reasons(framework(), bundle);
    }

    @Override
    public ClassLoader loader() {
        ClassLoader loader = findLoader();
        if (loader == null) {
            throw new IllegalStateException(bundle.getLocation() + " is not resolved");
        }
        return loader;
    }

    @Override
    public @Nullable ClassLoader findLoader() {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null ? null : wiring.getClassLoader();
    }

    @Override
    public void start() {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw PluginCheck.refusal(PluginCheck.plain(List.of("The bundle does not start: " + e.getMessage())));
        }
    }

    @Override
    public List<Object> resources(Duration patience) {
        List<Object> resources = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        components.await(patience);
        for (ComponentDescription expected : components.expected()) {
            ServiceReference<?> reference = components.reference(expected);
            Object instance = reference == null ? null : context.getService(reference);
            if (reference == null || instance == null) {
                problems.add(components.whyNot(expected));
                continue;
            }
            held.add(reference);
            if (expected.isResource()) {
                resources.add(instance);
            }
            if (instance instanceof PluginLifecycle found) {
                lifecycle = found;
            }
            if (instance instanceof HookHandler handler && expected.isHookHandler()) {
                handlers.add(new HostedHandler(expected.hook(), expected.hookOrder(), handler));
            }
            if (instance instanceof EventHandler handler && expected.isEventHandler()) {
                eventHandlers.add(new HostedEventHandler(expected.event(), expected.name(), handler));
            }
            if (instance instanceof Reindexer reindexer && expected.isReindexer()) {
                reindexers.add(reindexer);
            }
            if (instance instanceof JobHandler handler && expected.isJobHandler()) {
                jobHandlers.add(new HostedJobHandler(expected.job(), handler));
            }
            expected.services().stream().filter(offered::contains).forEach(type -> offers.put(type, instance));
        }
        if (!problems.isEmpty()) {
            throw PluginCheck.refusal(PluginCheck.plain(problems));
        }
        return resources;
    }

    @Override
    public @Nullable Object offered(String type) {
        return offers.get(type);
    }

    @Override
    public List<HostedHandler> handlers() {
        return List.copyOf(handlers);
    }

    @Override
    public List<HostedEventHandler> eventHandlers() {
        return List.copyOf(eventHandlers);
    }

    @Override
    public List<Reindexer> reindexers() {
        return List.copyOf(reindexers);
    }

    @Override
    public List<HostedJobHandler> jobHandlers() {
        return List.copyOf(jobHandlers);
    }

    @Override
    public byte @Nullable [] file(String path) {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return null;
        }
        URL entry = bundle.getEntry(path);
        try (InputStream in = entry == null ? null : entry.openStream()) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            LOG.debug("{} in {} cannot be read", path, bundle.getLocation(), e);
            return null;
        }
    }

    @Override
    public List<String> files(String folder) {
        Enumeration<URL> entries =
                bundle.getState() == Bundle.UNINSTALLED ? null : bundle.findEntries(folder, "*", true);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream()
                        .map(entry -> entry.getPath().substring(1))
                        .filter(path -> !path.endsWith("/"))
                        .sorted()
                        .toList();
    }

    @Override
    public Optional<PluginLifecycle> lifecycle() {
        return Optional.ofNullable(lifecycle);
    }

    @Override
    public void remove() {
        held.forEach(context::ungetService);
        held.clear();
        offers.clear();
        handlers.clear();
        eventHandlers.clear();
        reindexers.clear();
        jobHandlers.clear();
        lifecycle = null;
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        } catch (BundleException e) {
            LOG.warn("{} did not stop cleanly", bundle.getLocation(), e);
        }
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            LOG.warn("{} could not be uninstalled", bundle.getLocation(), e);
        }
        // Only this bundle: it exports nothing, so nobody else needs to be restarted.
        BundleRefresh.of(framework(), List.of(bundle));
    }

    private FrameworkWiring framework() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }
}
