package io.plexica.identity.internal.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.plexica.identity.internal.Refusals;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token taken apart. Nothing in it is believed yet.
 *
 * @param header what it says of its signature
 * @param claims what it says of its bearer
 * @param signedLength how many characters from the start are signed
 * @param signature the signature
 */
record TokenText(JWSHeader header, JWTClaimsSet claims, int signedLength, Base64URL signature) {

    private static final Set<@Nullable String> TYPES = Set.of("JWT", "at+jwt");

    /** Takes a token apart; refuses what is no compact JWS, too long, or of a form that no identity server writes. */
    static TokenText parse(String token, int maxBytes) {
        if (token.length() > maxBytes) {
            throw Refusals.invalid("longer than " + maxBytes);
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first <= 0 || second <= first + 1 || second == token.length() - 1 || !isCompact(token)) {
            throw Refusals.invalid("not three parts in base64url");
        }
        try {
            JWSHeader header = header(token.substring(0, first));
            byte[] payload = Base64.getUrlDecoder().decode(token.substring(first + 1, second));
            JWTClaimsSet claims = JWTClaimsSet.parse(new String(payload, UTF_8));
            return new TokenText(header, claims, second, new Base64URL(token.substring(second + 1)));
        } catch (ParseException | RuntimeException e) {
            // The library trips over some texts that are JSON but no objects.
            throw Refusals.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static JWSHeader header(String text) throws ParseException {
        JWSHeader header = JWSHeader.parse(new Base64URL(text));
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            throw Refusals.invalid("critical header parameters");
        }
        if (header.getType() != null && !TYPES.contains(header.getType().getType())) {
            throw Refusals.invalid("type " + header.getType());
        }
        return header;
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

    /** A claim that must be text. */
    String text(String claim) {
        String value = optionalText(claim);
        if (value == null || value.isEmpty()) {
            throw Refusals.invalid("no " + claim);
        }
        return value;
    }

    /** A claim that may be text; null for anything else. */
    @Nullable
    String optionalText(String claim) {
        return claims.getClaim(claim) instanceof String value ? value : null;
    }
}
