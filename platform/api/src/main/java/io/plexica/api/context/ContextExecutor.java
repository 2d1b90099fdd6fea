package io.plexica.api.context;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs work on threads of the platform's in the context of whoever hands it over: the same tenant, workspace, user and
 * trace, in a unit of work of its own. A service of bundle scope: inject it with {@code @Reference}; threads are shared and
 * bounded, work of a plugin that is stopped is cancelled, and nothing of the context stays on the thread.
 *
 * @since 1.1
 */
@ProviderType
public interface ContextExecutor extends Executor {

    /**
     * Runs work in the caller's context. Its unit of work commits when it returns and rolls back when it throws.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code plugin-overloaded} when too much is waiting already,
     *     {@code plugin-unavailable} while the plugin is being stopped
     */
    @Override
    void execute(Runnable work);

    /**
     * The same with a result. What waits while the plugin is stopped is cancelled.
     *
     * @return completed once the unit of work has ended; exceptionally with what the work threw
     */
    <T> CompletableFuture<T> submit(Callable<T> work);
}
