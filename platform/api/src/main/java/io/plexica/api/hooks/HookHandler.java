package io.plexica.api.hooks;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Code of a plugin that runs at a hook. Register it as a DS service and say by {@link HandlesHook} at which one; the service
 * properties are {@code plexica.hook.name}, the hook's name, and {@code plexica.hook.order}, its place among the handlers of
 * a chain: the lower the earlier, 0 unless said otherwise.
 *
 * <p>It is called only for tenants that have the plugin enabled, on the version that they are on, on a thread of the
 * platform's, in the context of whoever came to the hook and in a unit of work of its own. It may block, but not for longer
 * than the platform's bound (30 s unless configured): then it is interrupted and counts as failed. What it throws is reported
 * to whoever came to the hook, with the plugin's name, and goes to the log; the other handlers run all the same.
 */
@ConsumerType
@FunctionalInterface
public interface HookHandler {

    /**
     * Runs at the hook.
     *
     * @param hook the hook's name
     * @param value what the hook is about: at {@code chain} what the handlers before have made of it
     * @return at {@code chain} what takes its place, or null to leave it; at {@code trigger} ignored
     */
    @Nullable
    Object handle(String hook, Object value);
}
