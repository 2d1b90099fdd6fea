package io.plexica.identity.internal.tokens;

import io.plexica.identity.internal.TokenRefusals;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token says of its bearer, as far as the platform asks. */
public final class Claims {

    private static final Set<String> MEMBERS = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "sid",
            "typ",
            "email",
            "given_name",
            "family_name",
            "events",
            "nonce",
            "tenant",
            "tenant_id",
            "permissions",
            "super_admin");

    /** The last second of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    private final Map<String, Object> members;

    private Claims(Map<String, Object> members) {
        this.members = members;
    }

    static Claims parse(byte[] document) throws IOException {
        return new Claims(TokenJson.read(document, MEMBERS));
    }

    /** Whether there is such a claim, of any kind. */
    boolean has(String claim) {
        return members.containsKey(claim);
    }

    /** Whether a claim is true. */
    boolean isTrue(String claim) {
        return Boolean.TRUE.equals(members.get(claim));
    }

    /** A claim that must be text. */
    String text(String claim) {
        String value = optionalText(claim);
        if (value == null || value.isEmpty()) {
            throw TokenRefusals.invalid("no " + claim);
        }
        return value;
    }

    /** A claim that may be text; null for anything else. */
    @Nullable
    String optionalText(String claim) {
        if (!(members.get(claim) instanceof String value)) {
            return null;
        }
        if (value.indexOf('\0') >= 0) {
            throw TokenRefusals.invalid("NUL in " + claim);
        }
        return value;
    }

    /** A moment, to the second; null when there is none. */
    @Nullable
    Instant moment(String claim) {
        Object value = members.get(claim);
        if (value == null) {
            return null;
        }
        if (value instanceof Long seconds && seconds >= 0 && seconds <= LAST) {
            return Instant.ofEpochSecond(seconds);
        }
        throw TokenRefusals.invalid(claim + " is no moment");
    }

    /** Text or a list of text, as a list; empty for anything else. */
    List<String> texts(String claim) {
        Object value = members.get(claim);
        if (value instanceof String one) {
            return List.of(one);
        }
        return value instanceof List<?> many
                ? many.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** The names in a claim that is an object; none for anything else. */
    Set<String> objectMembers(String claim) {
        return members.get(claim) instanceof Set<?> names
                ? names.stream().map(String.class::cast).collect(Collectors.toSet())
                : Set.of();
    }
}
