package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.tokens.RevocationId.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a token comes from: all by which it can be dead before it expires.
 *
 * @param session the sign-in it belongs to
 * @param token the token itself; null when it has no id
 * @param user whom it was issued to
 * @param issuedAt when, to the second
 */
public record TokenLineage(RevocationId session, @Nullable RevocationId token, RevocationId user, Instant issuedAt) {

    /** The descent of a token with these claims. */
    public static TokenLineage of(String realm, String sid, @Nullable String jti, String sub, Instant issuedAt) {
        return new TokenLineage(
                new RevocationId(Kind.SESSION, realm, sid),
                jti == null ? null : new RevocationId(Kind.TOKEN, realm, jti),
                new RevocationId(Kind.USER, realm, sub),
                issuedAt);
    }
}
