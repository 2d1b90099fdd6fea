package io.plexica.plugins.internal.hooks;

import io.plexica.api.hooks.HookChain;
import io.plexica.api.hooks.HookFailure;
import io.plexica.api.hooks.Hooks;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Hooks as a plugin comes to them: one instance for each bundle, which can only come to hooks of the plugin it is. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginHooks implements Hooks {

    private final HookRunner runner;
    private final String plugin;

    /** For the bundle that asks. */
    @Activate
    public PluginHooks(ComponentContext context, @Reference HookRunner runner) {
        this(runner, pluginAt(context.getUsingBundle().getLocation()));
    }

    PluginHooks(HookRunner runner, String plugin) {
        this.runner = runner;
        this.plugin = plugin;
    }

    @Override
    public List<HookFailure> trigger(String name, Object payload) {
        demandOwn(name);
        return runner.trigger(name, payload);
    }

    @Override
    public <T> HookChain<T> chain(String name, Class<T> type, T value) {
        demandOwn(name);
        return runner.chain(name, type, value);
    }

    private void demandOwn(String name) {
        if (!name.startsWith(plugin + ".")) {
            throw new PlexicaException(
                            ErrorCode.INTERNAL_ERROR,
                            "The hook '" + name + "' is not one of the plugin " + plugin + ": begin its name with '"
                                    + plugin + ".'")
                    .with("plugin", plugin);
        }
    }

    private static String pluginAt(String location) {
        return PluginRef.ofLocation(location)
                .map(PluginRef::id)
                .orElseThrow(() -> new PlexicaException(
                        ErrorCode.INTERNAL_ERROR, "The bundle at " + location + " is no plugin and has no hooks"));
    }
}
