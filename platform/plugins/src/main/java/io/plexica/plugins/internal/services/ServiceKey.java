package io.plexica.plugins.internal.services;

import io.plexica.spi.plugins.PluginRef;
import org.jspecify.annotations.Nullable;

/**
 * What calls of services are counted by.
 *
 * @param caller the plugin version that calls; null for the platform
 */
record ServiceKey(PluginRef provider, @Nullable PluginRef caller, String tenantSlug) {

    String callerName() {
        return caller == null ? "platform" : caller.toString();
    }

    /** Whether a plugin calls or is called. */
    boolean concerns(String pluginId) {
        return provider.id().equals(pluginId) || (caller != null && caller.id().equals(pluginId));
    }
}
