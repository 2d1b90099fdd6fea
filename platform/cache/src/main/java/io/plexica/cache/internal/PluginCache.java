package io.plexica.cache.internal;

import com.fasterxml.jackson.databind.JavaType;
import io.plexica.api.cache.Cache;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.cache.internal.LoadingStore.Form;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The cache as a plugin gets at it: one instance for each bundle, which can only ever act as the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginCache implements Cache {

    private final LoadingStore memory;
    private final String plugin;
    private final Values values = new Values();

    /** For the bundle that asks. */
    @Activate
    public PluginCache(ComponentContext context, @Reference LoadingStore memory) {
        this(memory, pluginAt(context.getUsingBundle().getLocation()));
    }

    PluginCache(LoadingStore memory, String plugin) {
        this.memory = memory;
        this.plugin = plugin;
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        return memory.get(whole(key), form(values.type(type)));
    }

    @Override
    public void put(String key, Object value, Duration timeToLive) {
        memory.put(whole(key), values.write(value), Keys.lifetime(timeToLive));
    }

    @Override
    public <T> T remember(String key, Class<T> type, Duration timeToLive, Supplier<? extends T> loader) {
        Duration lifetime = Keys.lifetime(timeToLive);
        T value = memory.<T, RuntimeException>remember(whole(key), lifetime, form(values.type(type)), loader::get);
        if (value == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "What loads " + key + " gave null; let it give something that says so");
        }
        return value;
    }

    @Override
    public void evict(String key) {
        memory.evict(whole(key));
    }

    @Override
    public void evictAll(String pattern) {
        memory.evictAll(Keys.pattern(tenant(), plugin, pattern));
    }

    @Override
    public <T> T caching(Class<T> type, T implementation) {
        return CachingProxy.of(type, implementation, this);
    }

    LoadingStore memory() {
        return memory;
    }

    Values values() {
        return values;
    }

    String whole(String key) {
        return Keys.whole(tenant(), plugin, key);
    }

    @SuppressWarnings("unchecked")
    <T> Form<T> form(JavaType type) {
        return new Form<>(bytes -> (Optional<T>) values.read(bytes, type), values::writeIfItFits);
    }

    private static String tenant() {
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "This works in no tenant, and what is cached belongs to one");
        }
        return tenant.slug();
    }

    private static String pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .map(PluginRef::id)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin and caches nothing"));
    }
}
