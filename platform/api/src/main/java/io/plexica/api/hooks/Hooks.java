package io.plexica.api.hooks;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs the handlers that plugins of the current tenant have for a hook. A plugin names its hooks after itself,
 * {@code crm.deal.closing}; names under {@code core} are the platform's. A service of bundle scope: inject it with
 * {@code @Reference}.
 *
 * <p>Payloads and values are of types that all plugins know: those of Java, of {@code io.plexica.api} or of an API bundle.
 * Handlers run on threads and in units of work of their own: they do not see what the caller has changed and not yet
 * committed. Where nobody handles a hook, coming to it costs a look-up in memory. Needs a tenant; outside one nobody handles
 * anything. Safe for all threads.
 */
@ProviderType
public interface Hooks {

    /**
     * Runs all handlers of a hook side by side and waits for them, not longer than one handler may take.
     *
     * @return those that failed; empty when all did their part
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} for a name that is not the plugin's own
     */
    List<HookFailure> trigger(String name, Object payload);

    /**
     * Passes a value through the handlers of a hook, one after the other in their order.
     *
     * @param type what the value is; a handler that answers with anything else has failed
     * @throws io.plexica.api.problem.PlexicaException {@code internal-error} for a name that is not the plugin's own
     */
    <T> HookChain<T> chain(String name, Class<T> type, T value);
}
