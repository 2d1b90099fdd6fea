package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.TokenRefusals;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of its signature. Where keys could be found is not even read.
 *
 * @param algorithm the algorithm
 * @param key id of the key
 * @param type of what kind the token is, in lower case; null when it does not say
 */
record TokenHeader(String algorithm, String key, @Nullable String type) {

    private static final Set<String> MEMBERS = Set.of("alg", "kid", "typ", "crit", "b64");

    /** Reads a header; refuses one that must be understood but is not, and one without algorithm or key. */
    static TokenHeader parse(byte[] document) throws IOException {
        Map<String, Object> members = TokenJson.read(document, MEMBERS);
        if (members.containsKey("crit") || members.containsKey("b64")) {
            throw TokenRefusals.invalid("critical header parameters");
        }
        if (members.get("alg") instanceof String algorithm
                && members.get("kid") instanceof String key
                && !key.isEmpty()) {
            return new TokenHeader(algorithm, key, type(members.get("typ")));
        }
        throw TokenRefusals.invalid("no algorithm or no key");
    }

    private static @Nullable String type(@Nullable Object type) {
        if (type == null) {
            return null;
        }
        return type instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    }
}
