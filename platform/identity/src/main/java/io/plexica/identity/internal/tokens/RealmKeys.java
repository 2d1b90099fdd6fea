package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.issuer.IssuerKeys;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The keys of all realms whose tokens have been seen. Safe for all threads. */
@Component(service = {RealmKeys.class, TenantListener.class})
public final class RealmKeys implements TenantListener {

    /** A node that begins to sign with a new key must be believed soon, and the database answers quickly. */
    private static final Duration OWN_PAUSE = Duration.ofMillis(100);

    private final IdentityProvider provider;
    private final KeyFetcher fetcher;
    private final IdentitySettings settings;
    private final Map<RealmOwner, KeyCache> caches = new ConcurrentHashMap<>();
    private final KeyCache own;

    @Activate
    public RealmKeys(
            @Reference IdentityProvider provider,
            @Reference KeyFetcher fetcher,
            @Reference IssuerKeys issuerKeys,
            @Reference IdentitySettings settings) {
        this.provider = provider;
        this.fetcher = fetcher;
        this.settings = settings;
        this.own = new KeyCache(
                () -> fetcher.fetch(() -> own(issuerKeys)),
                () -> false,
                settings.keysCache(),
                OWN_PAUSE,
                System::nanoTime);
    }

    /** A key by which a node of the platform signs. */
    KeySet.Key findOwn(String id) {
        return own.find(id);
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
        return new KeyCache(
                () -> fetch(owner),
                fetcher::isTroubled,
                settings.keysCache(),
                settings.keysRefetch(),
                System::nanoTime);
    }

    private static KeySet own(IssuerKeys keys) {
        try {
            String document = keys.document();
            return document.isEmpty() ? KeySet.EMPTY : KeySet.parse(document);
        } catch (ParseException e) {
            throw new IllegalStateException("The platform's own keys cannot be read", e);
        }
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
