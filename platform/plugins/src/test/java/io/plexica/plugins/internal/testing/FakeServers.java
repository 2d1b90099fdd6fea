package io.plexica.plugins.internal.testing;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.PluginServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import org.jspecify.annotations.Nullable;

/** Serves resources to callers in the same JVM, with one guard rule: a GET method has an annotation of the API. */
public final class FakeServers implements PluginServers {

    private static final int MANY = 1000;
    private final Map<PluginRef, Served> served = new ConcurrentHashMap<>();

    @Override
    public PluginServer serve(
            PluginRef plugin, String title, List<Object> resources, ClassLoader loader, Limits limits) {
        Served server = new Served(plugin, List.copyOf(resources));
        served.put(plugin, server);
        return server;
    }

    @Override
    public List<String> check(String pluginId, List<Class<?>> resources) {
        List<String> problems = new ArrayList<>();
        for (Class<?> type : resources) {
            Arrays.stream(type.getMethods())
                    .filter(method -> method.isAnnotationPresent(GET.class))
                    .filter(method -> Arrays.stream(method.getAnnotations())
                            .noneMatch(annotation ->
                                    annotation.annotationType().getName().startsWith("io.plexica.api.security.")))
                    .forEach(method -> problems.add(type.getName() + "." + method.getName() + " has no guard"));
        }
        return problems;
    }

    /** Paths that begin like this are answered by nobody; what others come to is seen when they are asked. */
    @Override
    public @Nullable String unanswered(String path, List<Class<?>> resources) {
        return path.startsWith("/unanswered") ? "no GET method answers at '" + path + "'" : null;
    }

    /** Calls {@code GET /hello} of a version; null when it is not served. */
    public String hello(PluginRef plugin) {
        Served server = served.get(plugin);
        return server == null ? null : server.hello();
    }

    /** The same by a call in a tenant; empty when it is not served. */
    public String hello(PluginRef plugin, Tenant tenant) {
        ExecutionContext context = ExecutionContext.platform(Contexts.newTraceId());
        try (Contexts.Scope scope = Contexts.open(context.inTenant(tenant).inPlugin(plugin))) {
            return Objects.requireNonNullElse(hello(plugin), "");
        }
    }

    public int size() {
        return served.size();
    }

    /** One version. */
    private final class Served implements PluginServer {

        private final PluginRef plugin;
        private final Semaphore calls = new Semaphore(MANY);
        private List<Object> resources;

        Served(PluginRef plugin, List<Object> resources) {
            this.plugin = plugin;
            this.resources = resources;
        }

        String hello() {
            calls.acquireUninterruptibly();
            try {
                Object resource = resources.get(0);
                return (String) resource.getClass().getMethod("hello").invoke(resource);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            } finally {
                calls.release();
            }
        }

        /** Calls the method that is called like the path. */
        @Override
        public int ask(String path) throws Exception {
            Object resource = resources.get(0);
            try {
                resource.getClass().getMethod(path.substring(1)).invoke(resource);
                return 200;
            } catch (NoSuchMethodException e) {
                return 404;
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }

        @Override
        public boolean drainAndClose(Duration patience) {
            served.remove(plugin, this);
            try {
                return calls.tryAcquire(MANY, Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                resources = List.of();
            }
        }
    }
}
