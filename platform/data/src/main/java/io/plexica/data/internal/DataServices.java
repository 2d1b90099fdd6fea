package io.plexica.data.internal;

import io.plexica.api.context.ContextExecutor;
import io.plexica.api.data.Data;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.executor.ExecutorSettings;
import io.plexica.data.internal.schema.Rooms;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.TenantCopies;
import io.plexica.spi.data.TenantPools;
import io.plexica.spi.data.TenantSchemas;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.health.HealthCheck;
import io.plexica.spi.metrics.MetricSource;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.WorkspaceListener;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/** The services of the room, offered while the database is ready. */
final class DataServices {

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    private final BundleContext context;
    private final ExecutorServices executors;

    private DataServices(BundleContext context, ExecutorServices executors) {
        this.context = context;
        this.executors = executors;
    }

    static DataServices register(BundleContext context, DataPlatform platform, ExecutorSettings executing) {
        ExecutorServices executors = new ExecutorServices(platform.executors(executing));
        DataServices services = new DataServices(context, executors);
        context.addBundleListener(executors);
        services.registrations.add(context.registerService(ContextExecutor.class, executors, null));
        services.registrations.add(context.registerService(WorkspaceListener.class, platform.workspaceRemoval(), null));
        services.registrations.add(context.registerService(Rooms.class, platform.rooms(), null));
        services.registrations.add(
                context.registerService(HealthCheck.class, new MigrationsHealth(platform.rooms()), null));
        services.registrations.add(context.registerService(MetricSource.class, platform.metrics(), null));
        services.registrations.add(context.registerService(Database.class, platform.database(), null));
        services.registrations.add(context.registerService(TenantSchemas.class, platform.tenantSchemas(), null));
        services.registrations.add(context.registerService(Examination.class, platform.examination(), null));
        services.registrations.add(context.registerService(TenantCopies.class, platform.copies(), null));
        services.registrations.add(context.registerService(TenantPools.class, platform.tenantPools(), null));
        services.registrations.add(context.registerService(PluginSchemas.class, platform.pluginSchemas(), null));
        services.registrations.add(context.registerService(PluginUnits.class, platform.pluginUnits(), null));
        services.registrations.add(context.registerService(Signals.class, platform.signals(), null));
        services.registrations.add(context.registerService(Data.class, new PerPlugin(platform), null));
        services.registrations.add(schemaReady(context, "data"));
        return services;
    }

    static ServiceRegistration<SchemaReady> schemaReady(BundleContext context, String room) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(SchemaReady.ROOM, room);
        return context.registerService(SchemaReady.class, new SchemaReady() {}, properties);
    }

    void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
        context.removeBundleListener(executors);
        executors.closeAll();
    }

    /** Gives each plugin's bundle its own tables, and any other bundle none. */
    private record PerPlugin(DataPlatform platform) implements ServiceFactory<Data> {

        @Override
        public Data getService(Bundle bundle, ServiceRegistration<Data> registration) {
            return PluginRef.ofLocation(bundle.getLocation())
                    .map(plugin -> platform.data(plugin, loader(bundle)))
                    .orElseGet(() -> refuse(bundle.getSymbolicName()));
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Data> registration, Data service) {}

        private static ClassLoader loader(Bundle bundle) {
            return bundle.adapt(BundleWiring.class).getClassLoader();
        }

        private static Data refuse(String symbolicName) {
            return (Data) Proxy.newProxyInstance(
                    Data.class.getClassLoader(), new Class<?>[] {Data.class}, (proxy, method, args) -> {
                        if (method.getDeclaringClass() == Object.class) {
                            return switch (method.getName()) {
                                case "equals" -> args != null && proxy == args[0];
                                case "hashCode" -> System.identityHashCode(proxy);
                                default -> "Data[none]";
                            };
                        }
                        throw new PlexicaException(
                                ErrorCode.INTERNAL_ERROR, symbolicName + " is no plugin and has no tables");
                    });
        }
    }
}
