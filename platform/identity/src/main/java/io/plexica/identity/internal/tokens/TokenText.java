package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.Refusals;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token taken apart. Nothing in it is believed yet.
 *
 * @param header what it says of its signature
 * @param claims what it says of its bearer
 * @param signedLength how many characters from the start are signed
 * @param signature the signature, in base64url
 */
record TokenText(TokenHeader header, Claims claims, int signedLength, String signature) {

    private static final Set<@Nullable String> TYPES = Set.of("jwt", "at+jwt");

    /** Takes an access token apart; refuses what is no compact JWS, too long, or of a form that no identity server writes. */
    static TokenText parse(String token, int maxBytes) {
        return parse(token, maxBytes, TYPES);
    }

    /** The same for tokens whose header may say another type. */
    static TokenText parse(String token, int maxBytes, Set<@Nullable String> types) {
        if (token.length() > maxBytes) {
            throw Refusals.invalid("longer than " + maxBytes);
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first <= 0 || second <= first + 1 || second == token.length() - 1 || !isCompact(token)) {
            throw Refusals.invalid("not three parts in base64url");
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            TokenHeader header = TokenHeader.parse(decoder.decode(token.substring(0, first)));
            if (header.type() != null && !types.contains(header.type())) {
                throw Refusals.invalid("type " + header.type());
            }
            Claims claims = Claims.parse(decoder.decode(token.substring(first + 1, second)));
            return new TokenText(header, claims, second, token.substring(second + 1));
        } catch (IOException | IllegalArgumentException e) {
            throw Refusals.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isCompact(String token) {
        int dots = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '.') {
                dots++;
            } else if (!isBase64Url(c)) {
                return false;
            }
        }
        return dots == 2;
    }

    private static boolean isBase64Url(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }
}
