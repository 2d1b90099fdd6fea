package io.plexica.identity.internal.tokens;

import static java.util.Objects.requireNonNullElse;

import io.plexica.api.problem.PlexicaException;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a refresh token says of itself. It is signed with a key that the identity server keeps to itself, so nothing in it can
 * be believed here; whoever lies in it is refused there.
 */
public final class RefreshToken {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshToken.class);

    private final Claims claims;

    private RefreshToken(Claims claims) {
        this.claims = claims;
    }

    /** Reads a token; empty when it is none. */
    public static Optional<RefreshToken> parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            RefreshToken read =
                    new RefreshToken(Claims.parse(Base64.getUrlDecoder().decode(parts[1])));
            read.claims.moment("iat");
            return Optional.of(read);
        } catch (IOException | IllegalArgumentException | PlexicaException e) {
            LOG.debug("No refresh token", e);
            return Optional.empty();
        }
    }

    /** Whose token it says it is; empty text when it does not say. */
    public String issuer() {
        return requireNonNullElse(claims.optionalText("iss"), "");
    }

    /** By what it can be dead; one that does not say when it was issued is older than everything. */
    public TokenLineage descent(RealmOwner owner) {
        return TokenLineage.of(
                owner.realm(),
                requireNonNullElse(claims.optionalText("sid"), ""),
                claims.optionalText("jti"),
                requireNonNullElse(claims.optionalText("sub"), ""),
                requireNonNullElse(claims.moment("iat"), Instant.EPOCH));
    }

    /** Whom it says it was issued to; empty when that is nobody who could be known. */
    public Optional<UUID> user() {
        return user(requireNonNullElse(claims.optionalText("sub"), ""));
    }

    /** Whom it was issued to, likewise. */
    public static Optional<UUID> user(TokenLineage descent) {
        return user(descent.user().value());
    }

    private static Optional<UUID> user(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            LOG.debug("No user's id", e);
            return Optional.empty();
        }
    }
}
