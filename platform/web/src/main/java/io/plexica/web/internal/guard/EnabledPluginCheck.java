package io.plexica.web.internal.guard;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.web.internal.call.Call;
import org.jspecify.annotations.Nullable;

/** Is the plugin enabled for the caller's tenant? Public methods answer also where it is not
 * installed, but not where it was disabled. */
final class EnabledPluginCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        Route route = call.route();
        if (route == null || route.enabled() || guard.skipPluginCheck()) {
            return null;
        }
        if (guard.kind() == Guard.Kind.PUBLIC && !route.installed()) {
            return null;
        }
        String plugin = route.plugin().id();
        String detail = call.context().tenant() == null
                ? "The plugin " + plugin + " works in a tenant, and this call names none"
                : "The plugin " + plugin + " is not enabled here; an admin of the tenant can enable it";
        return new PlexicaException(ErrorCode.PLUGIN_NOT_ENABLED, detail).with("plugin", plugin);
    }
}
