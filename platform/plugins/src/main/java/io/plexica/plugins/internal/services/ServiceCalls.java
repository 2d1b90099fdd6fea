package io.plexica.plugins.internal.services;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.bounds.Bounds;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps account of the calls that plugins make to each other's services, and to their bounds: places, queue and breaker for
 * each provider and tenant, and a time. A thread that comes back to a provider that it is already in takes no second place
 * there. Safe for all threads.
 */
@Component(service = ServiceCalls.class)
public final class ServiceCalls {

    private final ServiceBounds bounds;
    private final ServiceAccounts accounts;
    private final ServiceWatch watch = new ServiceWatch();

    /** The call that a thread is in, the innermost. */
    private final ThreadLocal<@Nullable ServiceCall> here = new ThreadLocal<>();

    /** Begins to watch. */
    @Activate
    public ServiceCalls(@Reference PluginRuntime runtime, @Reference ServiceBounds bounds) {
        this(ref -> runtime.registry().running(ref).isPresent(), bounds);
    }

    ServiceCalls(Predicate<PluginRef> isRunning, ServiceBounds bounds) {
        this.accounts = new ServiceAccounts(isRunning);
        this.bounds = bounds;
    }

    /** Watches no more. */
    @Deactivate
    public void close() {
        watch.close();
    }

    /**
     * The current thread begins a call; it is to be {@link #end ended}.
     *
     * @param context the caller's
     * @throws PlexicaException {@code plugin-overloaded} or {@code plugin-unavailable}, with the provider's name
     */
    ServiceCall begin(RunningPlugin provider, ExecutionContext context) {
        Tenant tenant = context.tenant();
        return begin(
                new ServiceKey(provider.candidate().ref(), context.plugin(), tenant == null ? "" : tenant.slug()),
                provider.candidate().manifest().limits());
    }

    ServiceCall begin(ServiceKey key, Limits asked) {
        BoundSettings most = bounds.current();
        ServiceAccount account = accounts.of(key, asked, most);
        Bounds now = account.provider().bounds(asked, most);
        ServiceCall call =
                new ServiceCall(account, here.get(), now.limits().timeout().toNanos());
        call.entersOuter();
        if (!call.isReturning()) {
            enter(call, now);
        }
        call.begins();
        here.set(call);
        watch.add(call);
        return call;
    }

    /**
     * A call is over.
     *
     * @return whether it was cut off
     */
    boolean end(ServiceCall call, CallOutcome ending) {
        watch.remove(call);
        boolean cut = call.end();
        leave(call);
        ServiceAccount account = call.account();
        account.ended(call.nanos(System.nanoTime()), ending != CallOutcome.WELL, cut);
        if (!call.isReturning()) {
            account.provider().leave();
            if (!cut) {
                account.provider().told(ending == CallOutcome.BROKEN);
            }
        }
        return cut;
    }

    /**
     * What became of the calls to a plugin and of those that it made, those to it first.
     *
     * @param tenantSlug only in this tenant; null for all
     */
    public List<ServiceFigures> of(String pluginId, @Nullable String tenantSlug) {
        return accounts.all().stream()
                .filter(account -> account.key().concerns(pluginId))
                .filter(account ->
                        tenantSlug == null || account.key().tenantSlug().equals(tenantSlug))
                .map(ServiceAccount::figures)
                .sorted(Comparator.comparing(
                                (ServiceFigures figures) -> !figures.provider().startsWith(pluginId + "@"))
                        .thenComparing(ServiceFigures::provider)
                        .thenComparing(ServiceFigures::caller)
                        .thenComparing(ServiceFigures::tenant))
                .toList();
    }

    /** All accounts of calls. */
    Collection<ServiceAccount> accounts() {
        return accounts.all();
    }

    /** All that are called, each once in each tenant. */
    Collection<ProviderAccount> providers() {
        return accounts.providers();
    }

    private void enter(ServiceCall call, Bounds now) {
        try {
            call.account().provider().enter(now);
        } catch (PlexicaException e) {
            call.leavesOuter();
            call.account().refused();
            throw e;
        }
    }

    private void leave(ServiceCall call) {
        call.leavesOuter();
        if (call.outer() == null) {
            here.remove();
        } else {
            here.set(call.outer());
        }
    }
}
