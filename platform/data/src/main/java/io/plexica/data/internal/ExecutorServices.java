package io.plexica.data.internal;

import io.plexica.api.context.ContextExecutor;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.executor.PluginExecutor;
import io.plexica.data.internal.executor.PluginExecutors;
import io.plexica.spi.plugins.PluginRef;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Gives each plugin's bundle an executor of its own, which ends when the bundle stops: not before, since its components may
 * let go of it and come back.
 */
final class ExecutorServices implements ServiceFactory<ContextExecutor>, SynchronousBundleListener {

    private final Map<Bundle, PluginExecutor> open = new ConcurrentHashMap<>();
    private final PluginExecutors executors;

    ExecutorServices(PluginExecutors executors) {
        this.executors = executors;
    }

    @Override
    public ContextExecutor getService(Bundle bundle, ServiceRegistration<ContextExecutor> registration) {
        return PluginRef.ofLocation(bundle.getLocation())
                .<ContextExecutor>map(plugin -> open.computeIfAbsent(
                        bundle,
                        one -> executors.open(
                                plugin, one.adapt(BundleWiring.class).getClassLoader())))
                .orElseGet(() -> new Refusing(bundle.getSymbolicName()));
    }

    @Override
    public void ungetService(
            Bundle bundle, ServiceRegistration<ContextExecutor> registration, ContextExecutor service) {}

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING || event.getType() == BundleEvent.UNRESOLVED) {
            close(event.getBundle());
        }
    }

    void closeAll() {
        open.keySet().forEach(this::close);
    }

    private void close(Bundle bundle) {
        PluginExecutor executor = open.remove(bundle);
        if (executor != null) {
            executor.close();
        }
    }

    /** For bundles that are no plugins. */
    private record Refusing(String symbolicName) implements ContextExecutor {

        @Override
        public void execute(Runnable work) {
            throw refusal();
        }

        @Override
        public <T> CompletableFuture<T> submit(Callable<T> work) {
            throw refusal();
        }

        private PlexicaException refusal() {
            return new PlexicaException(ErrorCode.INTERNAL_ERROR, symbolicName + " is no plugin and has no executor");
        }
    }
}
