package io.plexica.plugins.internal.services;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.plugins.PluginRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The accounts that there are. Those of versions that have gone are forgotten only when there are many. Safe for all threads. */
final class ServiceAccounts {

    private static final int MOST = 10_000;

    private final Predicate<PluginRef> isRunning;
    private final Map<ServiceKey, ServiceAccount> accounts = new ConcurrentHashMap<>();
    private final Map<ProviderKey, ProviderAccount> providers = new ConcurrentHashMap<>();

    ServiceAccounts(Predicate<PluginRef> isRunning) {
        this.isRunning = isRunning;
    }

    ServiceAccount of(ServiceKey key, Limits asked, BoundSettings most) {
        ServiceAccount known = accounts.get(key);
        if (known != null) {
            return known;
        }
        if (accounts.size() >= MOST) {
            tidy();
        }
        return accounts.computeIfAbsent(key, fresh -> {
            ProviderKey provider = new ProviderKey(key.provider(), key.tenantSlug());
            return new ServiceAccount(
                    key,
                    providers.computeIfAbsent(
                            provider, any -> new ProviderAccount(key.provider(), key.tenantSlug(), asked, most)));
        });
    }

    Collection<ServiceAccount> all() {
        return List.copyOf(accounts.values());
    }

    /** Each once, however many call it. */
    Collection<ProviderAccount> providers() {
        return List.copyOf(providers.values());
    }

    private void tidy() {
        accounts.keySet().removeIf(key -> !isRunning.test(key.provider()));
        if (accounts.size() >= MOST) {
            accounts.clear();
        }
        Set<ProviderAccount> used =
                accounts.values().stream().map(ServiceAccount::provider).collect(Collectors.toSet());
        providers.values().removeIf(provider -> !used.contains(provider) && provider.inFlight() == 0);
    }

    private record ProviderKey(PluginRef provider, String tenantSlug) {}
}
