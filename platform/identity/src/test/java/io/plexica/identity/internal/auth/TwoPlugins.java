package io.plexica.identity.internal.auth;

import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.plugins.PluginRoutes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every tenant has two plugins; they answer nothing. */
final class TwoPlugins implements PluginRoutes {
    @Override
    public @Nullable Route find(String pluginId, @Nullable String tenantSlug) {
        return null;
    }

    @Override
    public List<PluginRef> enabled(String tenantSlug) {
        return List.of(new PluginRef("billing", "1.0.0"), new PluginRef("crm", "1.2.0"));
    }
}
