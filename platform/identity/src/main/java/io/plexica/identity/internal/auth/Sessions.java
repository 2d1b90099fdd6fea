package io.plexica.identity.internal.auth;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.tokens.RealmDirectory;
import io.plexica.identity.internal.tokens.RealmOwner;
import io.plexica.identity.internal.tokens.RealmTokenAuthenticator;
import io.plexica.identity.internal.tokens.RefreshToken;
import io.plexica.identity.internal.tokens.Revocations;
import io.plexica.identity.internal.tokens.TokenLineage;
import io.plexica.identity.internal.tokens.VerifiedToken;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of sign-ins: new tokens, or their end. */
@Component(service = Sessions.class)
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final IdentityProvider provider;
    private final RealmDirectory realms;
    private final Revocations revocations;
    private final UserMirror users;
    private final RealmTokenAuthenticator tokens;
    private final Tenants tenants;
    private final Database database;

    @Activate
    public Sessions(
            @Reference IdentityProvider provider,
            @Reference RealmDirectory realms,
            @Reference Revocations revocations,
            @Reference UserMirror users,
            @Reference RealmTokenAuthenticator tokens,
            @Reference Tenants tenants,
            @Reference Database database) {
        this.provider = provider;
        this.realms = realms;
        this.revocations = revocations;
        this.users = users;
        this.tokens = tokens;
        this.tenants = tenants;
        this.database = database;
    }

    /**
     * New tokens for a refresh token. What the token says of itself is not believed, it only tells whom to ask.
     *
     * @param tenant the realm's tenant; null when the token is to tell
     */
    Tokens refresh(@Nullable String tenant, String refreshToken) {
        RefreshToken said = RefreshToken.parse(refreshToken).orElseThrow(Sessions::refused);
        RealmOwner owner = realms.ofIssuer(said.issuer())
                .filter(found -> tenant == null || tenant.equals(name(found)))
                .orElseThrow(Sessions::refused);
        Logins.demandServed(tenants, name(owner));
        TokenLineage descent = said.descent(owner);
        apart(() -> demandAlive(owner, descent));
        Tokens fresh = provider.refresh(owner.realm(), refreshToken);
        // What ended it meanwhile must also end what it has just been exchanged for.
        apart(() -> demandAlive(owner, descent));
        return fresh;
    }

    /** Ends a sign-in: on this platform at once, and in the identity server as soon as it answers. */
    void logout(@Nullable String tenant, String accessToken, String refreshToken) {
        VerifiedToken token = tokens.verified(accessToken);
        if (tenant != null && !tenant.equals(name(token.realm()))) {
            throw new PlexicaException(ErrorCode.TENANT_MISMATCH, "The access token is of another tenant");
        }
        apart(() -> revocations.endSession(token.realm().realm(), token.session()));
        try {
            provider.logout(token.realm().realm(), refreshToken);
        } catch (PlexicaException e) {
            LOG.warn("A session ended here goes on in the identity server until it expires: {}", e.detail());
        }
    }

    /** Nothing of the database is held while the identity server is asked, which may take its time. */
    private void apart(Runnable work) {
        database.apart(() -> {
            work.run();
            return true;
        });
    }

    private void demandAlive(RealmOwner owner, TokenLineage descent) {
        if (revocations.isDead(descent)) {
            throw refused();
        }
        if (owner.slug() != null) {
            Tenant tenant = realms.tenant(owner).orElseThrow(Sessions::refused);
            if (!tenant.isActive() || descent.issuedAt().isBefore(tenant.tokensNotBefore())) {
                throw refused();
            }
        }
        RefreshToken.user(descent).ifPresent(user -> users.demandNotRefused(owner.slug(), user));
    }

    private static String name(RealmOwner owner) {
        return owner.slug() == null ? owner.realm() : owner.slug();
    }

    private static PlexicaException refused() {
        return new PlexicaException(
                ErrorCode.UNAUTHENTICATED, "The refresh token is not valid any more; sign in again");
    }
}
