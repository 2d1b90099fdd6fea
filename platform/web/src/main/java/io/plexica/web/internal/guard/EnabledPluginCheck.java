package io.plexica.web.internal.guard;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRoutes.Route;
import io.plexica.web.internal.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * Is the plugin enabled for the caller's tenant and workspace? Public methods answer also where it is not installed, but not
 * where it was disabled.
 */
final class EnabledPluginCheck implements GuardCheck {

    @Override
    public @Nullable PlexicaException refusal(Call call, Guard guard) {
        Route route = call.route();
        if (route == null || guard.skipPluginCheck()) {
            return null;
        }
        WorkspaceInfo workspace = call.context().workspace();
        if (route.enabledIn(workspace == null ? null : workspace.id())) {
            return null;
        }
        if (guard.kind() == Guard.Kind.PUBLIC && !route.installed()) {
            return null;
        }
        String plugin = route.plugin().id();
        return new PlexicaException(ErrorCode.PLUGIN_NOT_ENABLED, "The plugin " + plugin + why(call, route))
                .with("plugin", plugin);
    }

    private static String why(Call call, Route route) {
        if (call.context().tenant() == null) {
            return " works in a tenant, and this call names none";
        }
        return route.enabled()
                ? " is switched off in this workspace; an admin of the workspace can switch it on"
                : " is not enabled here; an admin of the tenant can enable it";
    }
}
