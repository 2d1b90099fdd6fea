package io.plexica.identity.internal.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.Refusals;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.identity.TokenAuthenticator;
import io.plexica.spi.tenancy.Tenant;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies access tokens. One seen before costs a look-up in memory; expiry, revocation and the state of its tenant are
 * looked at every time.
 */
@Component(service = {TokenAuthenticator.class, CachedTokenAuthenticator.class})
public final class CachedTokenAuthenticator implements TokenAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(CachedTokenAuthenticator.class);

    private final TokenVerifier verifier;
    private final RealmDirectory realms;
    private final Revocations revocations;
    private final UserMirror users;
    private final Clock clock;
    private final Cache<String, VerifiedToken> verified;

    @Activate
    public CachedTokenAuthenticator(
            @Reference RealmDirectory realms,
            @Reference RealmKeys keys,
            @Reference Revocations revocations,
            @Reference UserMirror users,
            @Reference IdentitySettings settings) {
        this(realms, keys, revocations, users, settings, Clock.systemUTC());
    }

    CachedTokenAuthenticator(
            RealmDirectory realms,
            RealmKeys keys,
            Revocations revocations,
            UserMirror users,
            IdentitySettings settings,
            Clock clock) {
        this.verifier = new TokenVerifier(realms, keys, settings, clock);
        this.realms = realms;
        this.revocations = revocations;
        this.users = users;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumWeight(settings.tokenCacheCharacters())
                .weigher((String token, VerifiedToken value) -> token.length())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Identity authenticate(String token) {
        try {
            VerifiedToken known = verified.getIfPresent(token);
            return known == null ? first(token) : identity(token, known);
        } catch (PlexicaException e) {
            LOG.debug("A token is not accepted: {}", e.getCause() == null ? e.detail() : e.getCause());
            throw e;
        }
    }

    /** What a token says that has been authenticated a moment ago. */
    public VerifiedToken verified(String token) {
        VerifiedToken known = verified.getIfPresent(token);
        return known == null ? verifier.verify(token) : known;
    }

    private Identity first(String token) {
        VerifiedToken fresh = verifier.verify(token);
        Identity identity = identity(token, fresh);
        if (identity.tenant() == null || identity.tenant().isActive()) {
            users.see(fresh.realm().slug(), fresh.principal());
            verified.put(token, fresh);
        }
        return identity;
    }

    private Identity identity(String token, VerifiedToken said) {
        if (clock.millis() >= said.deadAfter()) {
            verified.invalidate(token);
            throw Refusals.invalid("expired");
        }
        if (revocations.isDead(said.session(), said.id())) {
            throw Refusals.invalid("revoked");
        }
        return new Identity(said.principal(), said.realm().slug() == null ? null : tenant(said));
    }

    /** A tenant that is not active is answered as it is: the caller is told that, and not to sign in. */
    private @Nullable Tenant tenant(VerifiedToken said) {
        Tenant tenant = realms.tenant(said.realm()).orElseThrow(() -> Refusals.invalid("the tenant is gone"));
        if (tenant.isActive() && said.issuedAt().isBefore(tenant.tokensNotBefore())) {
            throw Refusals.invalid("issued before the tenant was suspended");
        }
        return tenant;
    }
}
