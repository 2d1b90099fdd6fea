package io.plexica.plugins.internal.hooks;

import io.plexica.api.hooks.HookChain;
import io.plexica.api.hooks.HookFailure;
import io.plexica.plugins.internal.hooks.HandlerRun.Outcome;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.ServiceOffers;
import io.plexica.plugins.internal.runtime.ServiceOffers.Handling;
import io.plexica.plugins.internal.services.Providers;
import io.plexica.plugins.internal.settings.PluginsSettings;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs the handlers that plugins of the calling tenant have for a hook. Safe for all threads. */
@Component(service = HookRunner.class)
public final class HookRunner {

    private final ServiceOffers offers;
    private final Providers providers;
    private final Database database;
    private final Duration limit;

    /** Takes what it works with. */
    @Activate
    public HookRunner(
            @Reference PluginRuntime runtime,
            @Reference Providers providers,
            @Reference Database database,
            @Reference PluginsSettings settings) {
        this.offers = runtime.registry().offers();
        this.providers = providers;
        this.database = database;
        this.limit = settings.hookTimeout();
    }

    /** Whether any plugin handles a hook, in whatever tenant: one look-up in memory. */
    boolean isHandled(String hook) {
        return !offers.ofHook(hook).isEmpty();
    }

    /** Runs all handlers side by side; those that failed. */
    List<HookFailure> trigger(String hook, Object payload) {
        List<HandlerRun> runs = here(hook).stream()
                .map(handling -> HandlerRun.begin(handling, hook, payload, database))
                .toList();
        return runs.stream()
                .map(run -> run.end(limit))
                .flatMap(outcome -> Stream.ofNullable(outcome.failure()))
                .toList();
    }

    /** Passes a value through all handlers. */
    <T> HookChain<T> chain(String hook, Class<T> type, T value) {
        T current = value;
        List<HookFailure> failures = new ArrayList<>();
        for (Handling handling : here(hook)) {
            HandlerRun run = HandlerRun.begin(handling, hook, current, database);
            Outcome outcome = run.end(limit);
            if (outcome.failure() != null) {
                failures.add(outcome.failure());
            } else if (type.isInstance(outcome.value())) {
                current = type.cast(outcome.value());
            } else if (outcome.value() != null) {
                failures.add(run.failure("It answered with a "
                        + outcome.value().getClass().getName() + ", not with a " + type.getName()));
            }
        }
        return new HookChain<>(current, failures);
    }

    private List<Handling> here(String hook) {
        List<Handling> all = offers.ofHook(hook);
        ExecutionContext context = Contexts.find();
        return all.isEmpty() || context == null
                ? List.of()
                : all.stream()
                        .filter(handling -> providers.isOn(handling.plugin(), context))
                        .toList();
    }
}
