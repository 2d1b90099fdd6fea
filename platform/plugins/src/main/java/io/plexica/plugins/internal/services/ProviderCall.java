package io.plexica.plugins.internal.services;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tracing.Span;
import io.plexica.spi.tracing.Tracer.Kind;
import io.plexica.spi.tracing.Tracing;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a service for its callers. Knows the provider by its name alone and looks it up for each call, so that
 * it keeps no version in memory and answers each tenant by that tenant's. Safe for all threads.
 */
final class ProviderCall implements InvocationHandler {

    /** A tenant that is moved while it calls is led to the version that it was moved to. */
    private static final int ATTEMPTS = 3;

    private final Class<?> type;
    private final String pluginId;
    private final Providers providers;
    private final ServiceCalls calls;
    private final Database database;

    ProviderCall(Class<?> type, String pluginId, Providers providers, ServiceCalls calls, Database database) {
        this.type = type;
        this.pluginId = pluginId;
        this.providers = providers;
        this.calls = calls;
        this.database = database;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getSimpleName() + " of " + pluginId;
            };
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            RunningPlugin provider =
                    providers.of(type.getName(), pluginId, Contexts.find()).orElseThrow(this::gone);
            if (provider.gate().enter()) {
                try {
                    return bounded(provider, method, arguments);
                } finally {
                    provider.gate().leave();
                }
            }
        }
        throw gone();
    }

    /** The call, within its bounds, counted and watched: whatever it comes to after it was cut off, the caller hears of that. */
    private @Nullable Object bounded(RunningPlugin provider, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        ServiceCall running = calls.begin(provider, Contexts.require());
        Object answer;
        try {
            answer = call(provider, method, arguments);
        } catch (Throwable failure) {
            CallOutcome ending = ProviderAnswer.isDeclared(method, failure)
                    ? CallOutcome.WELL
                    : database.isOutage(failure) ? CallOutcome.HELPLESS : CallOutcome.of(failure, pluginId);
            throw calls.end(running, ending) ? late(running, method, failure) : failure;
        }
        if (calls.end(running, CallOutcome.WELL)) {
            throw late(running, method, null);
        }
        return answer;
    }

    private @Nullable Object call(RunningPlugin provider, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        PluginRef ref = provider.candidate().ref();
        Object service = provider.hosted().offered(type.getName());
        if (!type.isInstance(service)) {
            throw gone();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(provider.hosted().loader());
        Span span = span(method);
        try (span;
                Tracing.Scope traced = Tracing.enter(span);
                Contexts.Scope scope = Contexts.open(Contexts.require().inPlugin(ref))) {
            return new ProviderAnswer(ref, service, method, arguments, database).get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Span span(Method method) {
        return Tracing.isOn()
                ? Tracing.part(Kind.INTERNAL, pluginId + " " + type.getSimpleName() + "." + method.getName())
                : Span.NONE;
    }

    private PlexicaException late(ServiceCall running, Method method, @Nullable Throwable cause) {
        PluginRef holder = running.holder();
        return new PlexicaException(
                        ErrorCode.PLUGIN_TIMEOUT,
                        running.provider() + " did not answer " + type.getSimpleName() + "." + method.getName()
                                + " within " + running.limitMillis() + " ms"
                                + (holder.equals(running.provider())
                                        ? ""
                                        : ": it waited for the plugin " + holder.id()),
                        cause)
                .with("plugin", holder.id());
    }

    private PlexicaException gone() {
        return new PlexicaException(
                        ErrorCode.PLUGIN_UNAVAILABLE,
                        "The plugin " + pluginId + " does not offer " + type.getSimpleName() + " here any more")
                .with("plugin", pluginId);
    }
}
