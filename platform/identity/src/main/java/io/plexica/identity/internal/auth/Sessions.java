package io.plexica.identity.internal.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.tokens.CachedTokenAuthenticator;
import io.plexica.identity.internal.tokens.RealmDirectory;
import io.plexica.identity.internal.tokens.RealmOwner;
import io.plexica.identity.internal.tokens.Revocations;
import io.plexica.identity.internal.tokens.VerifiedToken;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import io.plexica.spi.tenancy.Tenant;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a sign-in: new tokens, or its end. */
@Component(service = Sessions.class)
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** No session of a realm lives longer. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(11);

    private final IdentityProvider provider;
    private final RealmDirectory realms;
    private final Revocations revocations;
    private final CachedTokenAuthenticator tokens;

    @Activate
    public Sessions(
            @Reference IdentityProvider provider,
            @Reference RealmDirectory realms,
            @Reference Revocations revocations,
            @Reference CachedTokenAuthenticator tokens) {
        this.provider = provider;
        this.realms = realms;
        this.revocations = revocations;
        this.tokens = tokens;
    }

    /**
     * New tokens for a refresh token. What the token says of itself is not believed, it only tells whom to ask.
     *
     * @param tenant the realm's tenant; null when the token is to tell
     */
    Tokens refresh(@Nullable String tenant, String refreshToken) {
        JWTClaimsSet claims = claims(refreshToken);
        RealmOwner owner = Optional.ofNullable(claims.getIssuer())
                .flatMap(realms::ofIssuer)
                .filter(found -> tenant == null || tenant.equals(name(found)))
                .orElseThrow(Sessions::refused);
        if (isDead(owner, claims)) {
            throw refused();
        }
        return provider.refresh(owner.realm(), refreshToken);
    }

    /** Ends a sign-in: on this platform at once, and in the identity server as soon as it answers. */
    void logout(@Nullable String tenant, String accessToken, String refreshToken) {
        VerifiedToken token = tokens.verified(accessToken);
        if (tenant != null && !tenant.equals(name(token.realm()))) {
            throw new PlexicaException(ErrorCode.TENANT_MISMATCH, "The access token is of another tenant");
        }
        revocations.killSession(token.session(), Instant.now().plus(LONGEST_SESSION));
        try {
            provider.logout(token.realm().realm(), refreshToken);
        } catch (PlexicaException e) {
            LOG.warn("A session ended here goes on in the identity server until it expires: {}", e.detail());
        }
    }

    private boolean isDead(RealmOwner owner, JWTClaimsSet claims) {
        Object session = claims.getClaim("sid");
        if (session instanceof String id && revocations.isDead(id, null)) {
            return true;
        }
        if (owner.slug() == null) {
            return false;
        }
        Tenant tenant = realms.tenant(owner).orElseThrow(Sessions::refused);
        return !tenant.isActive() || issuedAt(claims).isBefore(tenant.tokensNotBefore());
    }

    private static JWTClaimsSet claims(String token) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null ? new JWTClaimsSet.Builder().build() : claims;
        } catch (ParseException | RuntimeException e) {
            LOG.debug("No refresh token", e);
            throw refused();
        }
    }

    private static Instant issuedAt(JWTClaimsSet claims) {
        Date issued = claims.getIssueTime();
        return issued == null ? Instant.MIN : issued.toInstant();
    }

    private static String name(RealmOwner owner) {
        return owner.slug() == null ? owner.realm() : owner.slug();
    }

    private static PlexicaException refused() {
        return new PlexicaException(
                ErrorCode.UNAUTHENTICATED, "The refresh token is not valid any more; sign in again");
    }
}
