package io.plexica.identity.internal.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.TokenRefusals;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenant;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Verifies signed tokens. One seen before costs a look-up in memory; expiry, revocation, the state of its tenant and of its
 * user are looked at every time. While this node hears no signals, nothing that is remembered of a token is used.
 */
@Component(service = RealmTokenAuthenticator.class)
public final class RealmTokenAuthenticator {

    private final TokenVerifier verifier;
    private final RealmDirectory realms;
    private final Revocations revocations;
    private final UserMirror users;
    private final Signals signals;
    private final Clock clock;
    private final Cache<TokenKey, VerifiedToken> verified;

    @Activate
    public RealmTokenAuthenticator(
            @Reference RealmDirectory realms,
            @Reference RealmKeys keys,
            @Reference Revocations revocations,
            @Reference UserMirror users,
            @Reference Signals signals,
            @Reference IdentitySettings settings) {
        this(realms, keys, revocations, users, signals, settings, Clock.systemUTC());
    }

    RealmTokenAuthenticator(
            RealmDirectory realms,
            RealmKeys keys,
            Revocations revocations,
            UserMirror users,
            Signals signals,
            IdentitySettings settings,
            Clock clock) {
        this.verifier = new TokenVerifier(realms, keys, settings, clock);
        this.realms = realms;
        this.revocations = revocations;
        this.users = users;
        this.signals = signals;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumWeight(settings.tokenCacheCharacters())
                .weigher((TokenKey key, VerifiedToken value) -> key.token().length())
                .executor(Runnable::run)
                .build();
    }

    /**
     * Who a token belongs to; mirrors the user in the tenant at first sight.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} or {@code unavailable}
     */
    public Identity authenticate(String token) {
        TokenKey key = new TokenKey(token);
        VerifiedToken known = remembered(key);
        VerifiedToken said = known == null ? verifier.verify(token) : known;
        Identity identity = identity(key, said);
        if (identity.tenant() == null || identity.tenant().isActive()) {
            see(said);
            if (known == null) {
                verified.put(key, said);
            }
        }
        return identity;
    }

    /** What a token says that has been authenticated a moment ago. */
    public VerifiedToken verified(String token) {
        VerifiedToken known = remembered(new TokenKey(token));
        return known == null ? verifier.verify(token) : known;
    }

    private @Nullable VerifiedToken remembered(TokenKey key) {
        return signals.isCurrent() ? verified.getIfPresent(key) : null;
    }

    /** Who bears a token of the platform's own was seen when the call came in that it was issued for. */
    private void see(VerifiedToken said) {
        if (!said.ours()) {
            users.see(said.realm().slug(), said.principal(), said.descent().issuedAt());
        }
    }

    private Identity identity(TokenKey key, VerifiedToken said) {
        if (clock.millis() >= said.deadAfter()) {
            verified.invalidate(key);
            throw TokenRefusals.invalid("expired");
        }
        if (revocations.isDead(said.descent())) {
            throw TokenRefusals.invalid("revoked");
        }
        return new Identity(said.principal(), said.realm().slug() == null ? null : tenant(said), said.scope());
    }

    /** A tenant that is not active is answered as it is: the caller is told that, and not to sign in. */
    private Tenant tenant(VerifiedToken said) {
        Tenant tenant = realms.tenant(said.realm()).orElseThrow(() -> TokenRefusals.invalid("the tenant is gone"));
        if (tenant.isActive() && said.descent().issuedAt().isBefore(tenant.tokensNotBefore())) {
            throw TokenRefusals.invalid("issued before the tenant was suspended");
        }
        return tenant;
    }
}
