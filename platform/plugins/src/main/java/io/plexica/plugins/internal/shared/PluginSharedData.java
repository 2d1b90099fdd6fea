package io.plexica.plugins.internal.shared;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.shared.SharedAccess;
import io.plexica.api.shared.SharedData;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Shared values as a plugin gets at them: one instance for each bundle, which can only ever act as the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginSharedData implements SharedData {

    private final SharedValues values;
    private final String plugin;

    /** For the bundle that asks. */
    @Activate
    public PluginSharedData(ComponentContext context, @Reference SharedValues values) {
        this(values, pluginAt(context.getUsingBundle().getLocation()));
    }

    PluginSharedData(SharedValues values, String plugin) {
        this.values = values;
        this.plugin = plugin;
    }

    @Override
    public Optional<Object> get(String namespace, String key) {
        demand(namespace, SharedAccess.READ);
        return values.find(namespace, key).map(found -> JsonValues.plain(found.value()));
    }

    @Override
    public void put(String namespace, String key, Object value, @Nullable Duration timeToLive) {
        demand(namespace, SharedAccess.WRITE);
        values.put(namespace, key, JsonValues.of(value), timeToLive, plugin);
    }

    @Override
    public boolean remove(String namespace, String key) {
        demand(namespace, SharedAccess.WRITE);
        return values.remove(namespace, key);
    }

    @Override
    public void grant(String other, SharedAccess access) {
        values.grant(plugin, other, access);
    }

    @Override
    public void revoke(String other) {
        values.grant(plugin, other, null);
    }

    private void demand(String namespace, SharedAccess wanted) {
        if (namespace.equals(plugin)) {
            return;
        }
        SharedAccess granted = values.grants(namespace).get(plugin);
        if (granted == null || granted.compareTo(wanted) < 0) {
            throw new PlexicaException(
                            ErrorCode.PERMISSION_DENIED,
                            "The plugin " + plugin + " may not " + (wanted == SharedAccess.READ ? "read" : "write")
                                    + " what belongs to " + namespace + "; that plugin has to grant it")
                    .with("plugin", plugin);
        }
    }

    private static String pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .map(PluginRef::id)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin and shares nothing"));
    }
}
