package io.plexica.plugins.internal.tenant;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.BoundedExecution;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks a version, in a tenant that has just come to it, whether it is well there. Safe for all threads. */
@Component(service = HealthGate.class)
public final class HealthGate {

    private static final int FIRST_ERROR = 400;

    private final PluginsSettings settings;

    /** Waits no longer than for a hook. */
    @Activate
    public HealthGate(@Reference PluginsSettings settings) {
        this.settings = settings;
    }

    /** Whether a version has anything to be asked. */
    static boolean isThere(RunningPlugin plugin) {
        return plugin.candidate().manifest().healthCheck() != null;
    }

    /**
     * Asks.
     *
     * @throws PlexicaException {@code plugin-error} saying why it is not well; {@code unavailable} when it could not be asked
     */
    public void demandHealth(Tenant tenant, RunningPlugin plugin) {
        String path = plugin.candidate().manifest().healthCheck();
        if (path == null) {
            return;
        }
        PluginRef ref = plugin.candidate().ref();
        int status = ask(tenant, plugin, path.startsWith("/") ? path : "/" + path);
        if (status >= FIRST_ERROR) {
            throw new PlexicaException(
                    ErrorCode.PLUGIN_ERROR, "The health check " + path + " of " + ref + " answered " + status);
        }
    }

    private int ask(Tenant tenant, RunningPlugin plugin, String path) {
        PluginRef ref = plugin.candidate().ref();
        try (Contexts.Scope scope =
                Contexts.open(Contexts.require().inTenant(tenant).inPlugin(ref))) {
            return BoundedExecution.run(
                    "health check of " + ref,
                    plugin.hosted().loader(),
                    settings.hookTimeout(),
                    () -> plugin.server().ask(path));
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                throw e;
            }
            if (e.code() == ErrorCode.PLUGIN_TIMEOUT) {
                throw new PlexicaException(ErrorCode.PLUGIN_ERROR, "The " + e.detail(), e);
            }
            throw new PlexicaException(
                    ErrorCode.PLUGIN_ERROR, "The health check " + path + " of " + ref + " failed: " + e.detail(), e);
        } catch (Exception e) {
            throw Failures.untold("The health check " + path + " of " + ref, e);
        }
    }
}
