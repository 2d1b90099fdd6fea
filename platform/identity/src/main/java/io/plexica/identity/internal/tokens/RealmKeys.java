package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.IdentitySettings;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The keys of all realms whose tokens have been seen. Safe for all threads. */
@Component(service = {RealmKeys.class, TenantListener.class})
public final class RealmKeys implements TenantListener {

    private final IdentityProvider provider;
    private final KeyFetcher fetcher;
    private final IdentitySettings settings;
    private final Map<RealmOwner, KeyCache> caches = new ConcurrentHashMap<>();

    @Activate
    public RealmKeys(
            @Reference IdentityProvider provider, @Reference KeyFetcher fetcher, @Reference IdentitySettings settings) {
        this.provider = provider;
        this.fetcher = fetcher;
        this.settings = settings;
    }

    /** A realm's key by its id; call it only for realms that belong to somebody, or memory fills. */
    KeySet.Key find(RealmOwner owner, String id) {
        KeyCache cache = caches.get(owner);
        return (cache == null ? caches.computeIfAbsent(owner, this::cache) : cache).find(id);
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            caches.remove(RealmOwner.of(IdentityProvider.realm(tenant.slug()), tenant));
        }
    }

    private KeyCache cache(RealmOwner owner) {
        return new KeyCache(() -> fetch(owner), settings.keysCache(), settings.keysRefetch(), System::nanoTime);
    }

    /** A fetch that cannot even begin is one that failed: keys that are known stay good. */
    private CompletableFuture<KeySet> fetch(RealmOwner owner) {
        try {
            return fetcher.fetch(provider.keys(owner.realm()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
