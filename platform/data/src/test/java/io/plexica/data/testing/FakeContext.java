package io.plexica.data.testing;

import io.plexica.api.data.Data;
import io.plexica.spi.data.SchemaReady;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/** A bundle context that only keeps what is registered with it. */
public final class FakeContext {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    private record Entry(Class<?> type, Object service, Object room) {}

    public List<Class<?>> services() {
        return entries.stream().<Class<?>>map(Entry::type).toList();
    }

    /** Rooms that are ready, in the order in which they became so. */
    public List<Object> rooms() {
        return entries.stream()
                .filter(entry -> entry.type() == SchemaReady.class)
                .map(Entry::room)
                .toList();
    }

    @SuppressWarnings("unchecked")
    public Data dataFor(String location, String symbolicName) {
        Object factory = entries.stream()
                .filter(entry -> entry.type() == Data.class)
                .findFirst()
                .orElseThrow()
                .service();
        return ((ServiceFactory<Data>) factory).getService(bundle(location, symbolicName), null);
    }

    public BundleContext bundleContext() {
        return fake(BundleContext.class, (method, args) -> {
            if (method.equals("registerService")) {
                return register((Class<?>) args[0], args[1], (Dictionary<?, ?>) args[2]);
            }
            if (method.endsWith("BundleListener")) {
                return null;
            }
            throw new UnsupportedOperationException(method);
        });
    }

    private ServiceRegistration<?> register(Class<?> type, Object service, Dictionary<?, ?> properties) {
        Entry entry = new Entry(type, service, properties == null ? null : properties.get(SchemaReady.ROOM));
        entries.add(entry);
        return fake(ServiceRegistration.class, (method, args) -> {
            if (method.equals("unregister") && !entries.remove(entry)) {
                throw new IllegalStateException("unregistered already");
            }
            return null;
        });
    }

    private static Bundle bundle(String location, String symbolicName) {
        return fake(Bundle.class, (method, args) -> switch (method) {
            case "getLocation" -> location;
            case "getSymbolicName" -> symbolicName;
            case "adapt" -> fake(BundleWiring.class, (asked, none) -> FakeContext.class.getClassLoader());
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                FakeContext.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> switch (method.getName()) {
                    case "equals" -> proxy == args[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "Fake" + type.getSimpleName();
                    default -> answer.to(method.getName(), args);
                }));
    }
}
