package io.plexica.identity.internal.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An API key as its bearer writes it: {@code plx_<id>_<secret>}. By the id it is found, by the secret it is believed.
 *
 * @param id the key's id
 * @param secret 256 random bits in base64url
 */
public record ApiKeyText(UUID id, String secret) {

    /** How all of them begin; no token of an identity server does. */
    static final String START = "plx_";

    private static final Pattern FORM = Pattern.compile(START + "[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
    private static final int ID_END = START.length() + 32;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();

    /** A key with a fresh secret. */
    static ApiKeyText fresh(UUID id) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new ApiKeyText(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads a key; empty when it is none. */
    static Optional<ApiKeyText> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] id = HEX.parseHex(text, START.length(), ID_END);
        return Optional.of(new ApiKeyText(uuid(id), text.substring(ID_END + 1)));
    }

    /** What may be shown of a key: enough to find it by. */
    static String prefix(UUID id) {
        return START + id.toString().replace("-", "");
    }

    /** What is kept of the secret. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The whole key, to be shown once. */
    public String whole() {
        return prefix(id) + "_" + secret;
    }

    @Override
    public String toString() {
        return "ApiKeyText[id=" + id + "]";
    }

    private static UUID uuid(byte[] bytes) {
        String hex = HEX.formatHex(bytes);
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
