package io.plexica.web.internal.dispatch;

import io.plexica.api.rest.PlexicaResource;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.threads.Daemons;
import io.plexica.web.internal.server.ApiServer;
import io.plexica.web.internal.server.ServerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of the platform's own resources: services of platform bundles that are marked {@link PlexicaResource}. When
 * one comes or goes, a worker builds a new server, swaps it in, and lets the old one end its calls.
 */
@Component(service = PlatformServer.class, immediate = true)
public final class PlatformServer implements ServiceTrackerCustomizer<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformServer.class);
    private static final String FILTER = "(" + PlexicaResource.PROPERTY + "=true)";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AT_THE_END = Duration.ofSeconds(2);

    private final BundleContext context;
    private final ServerFactory factory;
    private final Map<ServiceReference<Object>, Object> resources = new ConcurrentSkipListMap<>();
    private final ExecutorService builder = worker("plexica-web-builder");
    private final ExecutorService drainer = worker("plexica-web-drainer");
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ServiceTracker<Object, Object> tracker;

    private volatile boolean closing;
    private volatile @Nullable ApiServer current;

    @Activate
    public PlatformServer(BundleContext context, @Reference ServerFactory factory) throws InvalidSyntaxException {
        this.context = context;
        this.factory = factory;
        this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(FILTER), this);
        tracker.open(true);
    }

    @Deactivate
    void close() throws InterruptedException {
        closing = true;
        tracker.close();
        builder.shutdown();
        drainer.shutdownNow();
        if (!builder.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A server of the platform is still being built while the room closes");
        }
        ApiServer last = current;
        current = null;
        if (last != null) {
            last.drainAndClose(AT_THE_END);
        }
    }

    /** The server; null before the first resource is there. */
    public @Nullable ApiServer current() {
        return current;
    }

    @Override
    public @Nullable Object addingService(ServiceReference<Object> reference) {
        if (PluginRef.ofLocation(reference.getBundle().getLocation()).isPresent()) {
            return null;
        }
        Object resource = context.getService(reference);
        if (resource != null) {
            resources.put(reference, resource);
            rebuildSoon();
        }
        return resource;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Object resource) {}

    @Override
    public void removedService(ServiceReference<Object> reference, Object resource) {
        resources.remove(reference);
        rebuildSoon();
        context.ungetService(reference);
    }

    private void rebuildSoon() {
        if (closing || !changed.compareAndSet(false, true)) {
            return;
        }
        builder.execute(this::rebuild);
    }

    private void rebuild() {
        changed.set(false);
        if (closing) {
            return;
        }
        try {
            List<Object> sound = sound();
            ApiServer before = current;
            current = sound.isEmpty()
                    ? null
                    : factory.create(null, "Plexica", sound, PlatformServer.class.getClassLoader());
            if (before != null) {
                drainer.execute(() -> before.drainAndClose(PATIENCE));
            }
        } catch (RuntimeException e) {
            LOG.error("The resources of the platform cannot be served as they are now; the old ones stay", e);
        }
    }

    /** One resource that is not right keeps none of the others away. */
    private List<Object> sound() {
        List<Object> sound = new ArrayList<>();
        for (Object resource : resources.values()) {
            List<String> problems = factory.check(null, List.of(resource.getClass()));
            if (problems.isEmpty()) {
                sound.add(resource);
            } else {
                LOG.error("A resource of the platform is not served: {}", problems);
            }
        }
        return sound;
    }

    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(Daemons.named(name));
    }
}
