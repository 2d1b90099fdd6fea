package io.plexica.storage.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.storage.ObjectContent;
import io.plexica.api.storage.ObjectPage;
import io.plexica.api.storage.ObjectStorage;
import io.plexica.api.storage.StoredObject;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Objects as a plugin gets at them: one instance for each bundle, which can only ever act as the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginStorage implements ObjectStorage {

    private final PluginObjects shelf;
    private final String plugin;

    /** For the bundle that asks. */
    @Activate
    public PluginStorage(ComponentContext context, @Reference PluginObjects shelf) {
        this(shelf, pluginAt(context.getUsingBundle().getLocation()));
    }

    PluginStorage(PluginObjects shelf, String plugin) {
        this.shelf = shelf;
        this.plugin = plugin;
    }

    @Override
    public StoredObject put(String path, InputStream content, String contentType, Map<String, String> metadata) {
        return shelf.put(tenant(), plugin, path, content, contentType, metadata);
    }

    @Override
    public Optional<ObjectContent> get(String path) {
        return shelf.get(tenant(), plugin, path);
    }

    @Override
    public Optional<StoredObject> head(String path) {
        return shelf.head(tenant(), plugin, path);
    }

    @Override
    public ObjectPage list(String prefix, @Nullable String after, int size) {
        return shelf.list(tenant(), plugin, prefix, after, size);
    }

    @Override
    public void delete(String path) {
        shelf.delete(tenant(), plugin, path);
    }

    @Override
    public URI presign(String path, Duration timeToLive, Method method) {
        return shelf.presign(tenant(), plugin, path, timeToLive, method);
    }

    private static Tenant tenant() {
        Tenant tenant = Contexts.require().tenant();
        if (tenant == null) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR, "There is no tenant here, and so no bucket whose objects are meant");
        }
        return tenant;
    }

    private static String pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .map(PluginRef::id)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin, and has no objects"));
    }
}
