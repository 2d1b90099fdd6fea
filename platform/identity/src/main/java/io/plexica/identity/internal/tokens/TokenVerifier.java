package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.ApiKeyId;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.TokenRefusals;
import io.plexica.identity.internal.issuer.InternalTokenIssuer;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Verifies tokens that have not been seen before. Safe for all threads. */
final class TokenVerifier {

    /** The client for which all access tokens are issued. */
    private static final String AUDIENCE = "plexica-api";

    /** What the server calls an access token; its ID and refresh tokens have other types. */
    private static final String ACCESS = "Bearer";

    private static final int LONGEST_TEXT = 320;

    private final RealmDirectory realms;
    private final RealmKeys keys;
    private final IdentitySettings settings;
    private final Clock clock;

    TokenVerifier(RealmDirectory realms, RealmKeys keys, IdentitySettings settings, Clock clock) {
        this.realms = realms;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Verifies all that the token itself can tell.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated}, or {@code unavailable} when a key is needed
     *     that cannot be had
     */
    VerifiedToken verify(String token) {
        TokenText text = TokenText.parse(token, settings.tokenMaxBytes());
        if (!settings.algorithms().contains(text.header().algorithm())) {
            throw TokenRefusals.invalid("algorithm " + text.header().algorithm());
        }
        Claims claims = text.claims();
        long deadAfter = deadAfter(claims);
        String issuer = claims.text("iss");
        if (issuer.equals(InternalTokenIssuer.ISSUER)) {
            text.demandSignedBy(keys.findOwn(text.header().key()));
            return ofOurOwn(claims, deadAfter);
        }
        RealmOwner owner = realms.ofIssuer(issuer).orElseThrow(() -> TokenRefusals.invalid("unknown issuer"));
        text.demandSignedBy(keys.find(owner, text.header().key()));
        return ofRealm(claims, owner, deadAfter);
    }

    private VerifiedToken ofRealm(Claims claims, RealmOwner owner, long deadAfter) {
        demandPurpose(claims, ACCESS);
        String id = claims.optionalText("jti");
        String sid = claims.optionalText("sid");
        String session = sid == null || sid.isEmpty() ? claims.text("jti") : sid;
        Principal principal = principal(claims, owner.tenant() == null);
        TokenLineage descent =
                TokenLineage.of(owner.realm(), session, id, principal.id().toString(), issuedAt(claims));
        return new VerifiedToken(principal, owner, descent, deadAfter, false, null);
    }

    /** People have the rights that they have by themselves, machines those that the token names; nobody is a super admin. */
    private VerifiedToken ofOurOwn(Claims claims, long deadAfter) {
        demandPurpose(claims, InternalTokenIssuer.TYPE);
        RealmOwner owner = realms.ofTenant(claims.optionalText("tenant"), claims.optionalText("tenant_id"))
                .orElseThrow(() -> TokenRefusals.invalid("unknown tenant"));
        Principal principal = principal(claims, false);
        String home = claims.isTrue("super_admin") ? IdentityProvider.PLATFORM_REALM : owner.realm();
        String id = claims.text("jti");
        TokenLineage descent = TokenLineage.of(home, id, id, principal.id().toString(), issuedAt(claims));
        Set<String> scope = ApiKeyId.is(principal.id()) ? Set.copyOf(claims.texts("permissions")) : null;
        return new VerifiedToken(principal, owner, descent, deadAfter, true, scope);
    }

    private static void demandPurpose(Claims claims, String type) {
        if (!claims.texts("aud").contains(AUDIENCE) || !type.equals(claims.optionalText("typ"))) {
            throw TokenRefusals.invalid("not an access token for this platform");
        }
    }

    /** Looked at before the signature: most tokens that are refused are merely old, and that costs nothing to see. */
    private long deadAfter(Claims claims) {
        Instant now = clock.instant();
        Instant expiry = claims.moment("exp");
        if (expiry == null || !now.isBefore(expiry.plus(leeway()))) {
            throw TokenRefusals.invalid("expired");
        }
        Instant begin = claims.moment("nbf");
        if (begin != null && now.isBefore(begin.minus(leeway()))) {
            throw TokenRefusals.invalid("not valid yet");
        }
        return expiry.plus(leeway()).toEpochMilli();
    }

    private Instant issuedAt(Claims claims) {
        Instant issued = claims.moment("iat");
        if (issued == null || clock.instant().isBefore(issued.minus(leeway()))) {
            throw TokenRefusals.invalid("issued in the future, or never");
        }
        return issued;
    }

    private static Principal principal(Claims claims, boolean superAdmin) {
        String subject = claims.text("sub");
        String email = claims.text("email");
        if (email.length() > LONGEST_TEXT) {
            throw TokenRefusals.invalid("e-mail");
        }
        return new Principal(
                userId(subject),
                email,
                claims.optionalText("given_name"),
                claims.optionalText("family_name"),
                superAdmin);
    }

    /** The JDK takes shortened forms too, which no identity server writes. */
    private static UUID userId(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw TokenRefusals.invalid("subject: " + e.getMessage());
        }
        throw TokenRefusals.invalid("subject");
    }

    private Duration leeway() {
        return settings.leeway();
    }
}
