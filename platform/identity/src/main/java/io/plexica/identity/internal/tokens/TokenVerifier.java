package io.plexica.identity.internal.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import io.plexica.identity.internal.IdentitySettings;
import io.plexica.identity.internal.Refusals;
import io.plexica.spi.identity.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Verifies tokens that have not been seen before. Safe for all threads. */
final class TokenVerifier {

    /** The client for which all access tokens are issued. */
    private static final String AUDIENCE = "plexica-api";

    /** What the server calls an access token; its ID and refresh tokens have other types. */
    private static final String ACCESS = "Bearer";

    private static final Pattern USER_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
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
        JWSAlgorithm algorithm = text.header().getAlgorithm();
        String key = text.header().getKeyID();
        if (!settings.algorithms().contains(algorithm.getName()) || key == null) {
            throw Refusals.invalid("algorithm " + algorithm + ", key " + key);
        }
        Instant expiry = expiry(text.claims());
        RealmOwner owner = realms.ofIssuer(text.text("iss")).orElseThrow(() -> Refusals.invalid("unknown issuer"));
        checkSignature(token, text, keys.find(owner, key));
        return believed(text, owner, expiry);
    }

    private static void checkSignature(String token, TokenText text, KeySet.Key key) {
        byte[] signed = token.substring(0, text.signedLength()).getBytes(US_ASCII);
        try {
            boolean good = key.isFor(text.header().getAlgorithm())
                    && key.verifier().verify(text.header(), signed, text.signature());
            if (!good) {
                throw Refusals.invalid("wrong signature");
            }
        } catch (JOSEException e) {
            throw Refusals.invalid(String.valueOf(e.getMessage()));
        }
    }

    private VerifiedToken believed(TokenText text, RealmOwner owner, Instant expiry) {
        JWTClaimsSet claims = text.claims();
        if (!claims.getAudience().contains(AUDIENCE) || !ACCESS.equals(text.optionalText("typ"))) {
            throw Refusals.invalid("not an access token for this platform");
        }
        String id = text.optionalText("jti");
        String session = text.optionalText("sid");
        return new VerifiedToken(
                principal(text, owner.tenant() == null),
                owner,
                session == null ? text.text("jti") : session,
                id,
                issuedAt(claims),
                expiry.plus(leeway()).toEpochMilli());
    }

    /** Looked at before the signature: most tokens that are refused are merely old, and that costs nothing to see. */
    private Instant expiry(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant expiry = instant(claims.getExpirationTime());
        if (expiry == null || !now.isBefore(expiry.plus(leeway()))) {
            throw Refusals.invalid("expired");
        }
        Instant begin = instant(claims.getNotBeforeTime());
        if (begin != null && now.isBefore(begin.minus(leeway()))) {
            throw Refusals.invalid("not valid yet");
        }
        return expiry;
    }

    private Instant issuedAt(JWTClaimsSet claims) {
        Instant issued = instant(claims.getIssueTime());
        if (issued == null || clock.instant().isBefore(issued.minus(leeway()))) {
            throw Refusals.invalid("issued in the future, or never");
        }
        return issued;
    }

    private static Principal principal(TokenText text, boolean superAdmin) {
        String subject = text.text("sub");
        String email = text.text("email");
        if (!USER_ID.matcher(subject).matches() || email.length() > LONGEST_TEXT) {
            throw Refusals.invalid("subject or e-mail");
        }
        return new Principal(
                UUID.fromString(subject),
                email,
                text.optionalText("given_name"),
                text.optionalText("family_name"),
                superAdmin);
    }

    private Duration leeway() {
        return settings.leeway();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
