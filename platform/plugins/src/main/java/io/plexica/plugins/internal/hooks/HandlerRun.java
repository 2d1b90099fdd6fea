package io.plexica.plugins.internal.hooks;

import io.plexica.api.hooks.HookFailure;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.BoundedExecution;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.ServiceOffers.Handling;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One handler at work, on a thread of its own, in its plugin's name and class loader. For one thread that waits for it. */
final class HandlerRun {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerRun.class);

    private final String name;
    private final PluginRef plugin;
    private final BoundedExecution.Begun<Optional<Object>> task;
    private final long begun = System.nanoTime();

    private HandlerRun(String name, PluginRef plugin, BoundedExecution.Begun<Optional<Object>> task) {
        this.name = name;
        this.plugin = plugin;
        this.task = task;
    }

    /** Begins. A version that is leaving does nothing any more. */
    static HandlerRun begin(Handling handling, String hook, Object value, Database database) {
        RunningPlugin plugin = handling.plugin();
        PluginRef ref = plugin.candidate().ref();
        String name = hook + " in " + ref;
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inPlugin(ref))) {
            return new HandlerRun(
                    name, ref, BoundedExecution.start(name, plugin.hosted().loader(), () -> {
                        if (!plugin.gate().enter()) {
                            return Optional.empty();
                        }
                        try {
                            return database.newUnitOfWork(() -> Optional.ofNullable(
                                    handling.handler().handler().handle(hook, value)));
                        } finally {
                            plugin.gate().leave();
                        }
                    }));
        }
    }

    /** Waits for the end. */
    Outcome end(Duration limit) {
        try {
            return new Outcome(BoundedExecution.await(name, task, limit, begun).orElse(null), null);
        } catch (Exception e) {
            LOG.warn("The handler {} failed", name, e);
            return new Outcome(null, failure(e instanceof PlexicaException known ? known.detail() : e.toString()));
        }
    }

    /** It has not done its part. */
    HookFailure failure(String reason) {
        return new HookFailure(plugin.id(), reason);
    }

    /**
     * How it ended.
     *
     * @param value what it answered; null for nothing
     * @param failure what went wrong; null for nothing
     */
    record Outcome(@Nullable Object value, @Nullable HookFailure failure) {}
}
