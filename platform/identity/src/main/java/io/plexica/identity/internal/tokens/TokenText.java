package io.plexica.identity.internal.tokens;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.nimbusds.jose.JOSEException;
import io.plexica.identity.internal.TokenRefusals;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token taken apart. Nothing in it is believed yet. */
final class TokenText {

    private static final Set<@Nullable String> TYPES = Set.of("jwt", "at+jwt");
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private final TokenHeader header;
    private final Claims claims;
    private final byte[] token;
    private final int signedLength;
    private final byte[] signature;

    private TokenText(TokenHeader header, Claims claims, byte[] token, int signedLength, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.token = token;
        this.signedLength = signedLength;
        this.signature = signature;
    }

    /** Takes an access token apart; refuses what is no compact JWS, too long, or of a form that no identity server writes. */
    static TokenText parse(String token, int maxBytes) {
        return parse(token, maxBytes, TYPES);
    }

    /** The same for tokens whose header may say another type. */
    static TokenText parse(String token, int maxBytes, Set<@Nullable String> types) {
        if (token.length() > maxBytes) {
            throw TokenRefusals.invalid("longer than " + maxBytes);
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first <= 0 || second <= first + 1 || second == token.length() - 1 || token.indexOf('=') >= 0) {
            throw TokenRefusals.invalid("not three parts in base64url");
        }
        // What is no Latin-1 becomes a question mark, which base64url does not have either.
        byte[] bytes = token.getBytes(ISO_8859_1);
        try {
            TokenHeader header = TokenHeader.parse(decode(bytes, 0, first));
            if (header.type() != null && !types.contains(header.type())) {
                throw TokenRefusals.invalid("type " + header.type());
            }
            Claims claims = Claims.parse(decode(bytes, first + 1, second));
            return new TokenText(header, claims, bytes, second, decode(bytes, second + 1, bytes.length));
        } catch (IOException | IllegalArgumentException e) {
            throw TokenRefusals.invalid(String.valueOf(e.getMessage()));
        }
    }

    /** What it says of its signature. */
    TokenHeader header() {
        return header;
    }

    /** What it says of its bearer. */
    Claims claims() {
        return claims;
    }

    /**
     * Demands that a key has signed it.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated}
     */
    void demandSignedBy(KeySet.Key key) {
        try {
            if (!key.hasSigned(token, signedLength, header.algorithm(), signature)) {
                throw TokenRefusals.invalid("wrong signature");
            }
        } catch (JOSEException | GeneralSecurityException e) {
            throw TokenRefusals.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] decode(byte[] bytes, int from, int to) {
        return BASE64.decode(Arrays.copyOfRange(bytes, from, to));
    }
}
