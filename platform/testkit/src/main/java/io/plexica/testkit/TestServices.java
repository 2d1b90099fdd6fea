package io.plexica.testkit;

import io.plexica.api.services.PluginServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services of other plugins as a test plays them; what it does not play is not there. Immutable. */
public final class TestServices implements PluginServices {

    private final Map<Class<?>, Object> services;

    private TestServices(Map<Class<?>, Object> services) {
        this.services = services;
    }

    /** A tenant in which no other plugin offers anything. */
    public static TestServices none() {
        return new TestServices(Map.of());
    }

    /** The same tenant with one more service. */
    public <T> TestServices with(Class<T> type, T service) {
        Map<Class<?>, Object> more = new LinkedHashMap<>(services);
        more.put(type, service);
        return new TestServices(more);
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(services.get(type)).map(type::cast);
    }

    @Override
    public <T> List<T> all(Class<T> type) {
        return find(type).stream().toList();
    }
}
