package io.plexica.web.internal.repeat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that carries a key: which call it is, and what it asks for.
 *
 * @param call digest of caller, tenant, route and key
 * @param tenant the tenant's slug; null for none
 * @param digest digest of everything that the answer depends on
 */
public record KeyedCall(byte[] call, @Nullable String tenant, byte[] digest) {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /**
     * The call.
     *
     * @param keys all values of the header
     * @param principal the caller
     * @param route the path from the root of the site, however the site was addressed
     * @param query the query; null for none
     * @param body digest of the body
     * @throws PlexicaException {@code validation-failed} when the key is none
     */
    public static KeyedCall of(
            List<String> keys,
            Principal principal,
            ExecutionContext context,
            String route,
            @Nullable String query,
            byte[] body) {
        String key = sound(keys);
        Tenant tenant = context.tenant();
        String slug = tenant == null ? "" : tenant.slug();
        UUID workspace =
                context.workspace() == null ? null : context.workspace().id();
        return new KeyedCall(
                digest(principal.id().toString(), slug, route, key),
                tenant == null ? null : slug,
                digest(
                        String.valueOf(workspace),
                        String.valueOf(query),
                        java.util.HexFormat.of().formatHex(body)));
    }

    /** A number for the lock that keeps the same call from running twice at once. */
    long lock() {
        return ByteBuffer.wrap(call).getLong();
    }

    /** The digest that all here is made with. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String sound(List<String> keys) {
        if (keys.size() != 1) {
            throw refused("must be sent once at most");
        }
        String key = keys.get(0).strip();
        if (key.isEmpty()) {
            throw refused("must not be empty; leave it out instead");
        }
        if (key.length() > LONGEST || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw refused("must be 1 to " + LONGEST + " printable ASCII characters");
        }
        return key;
    }

    private static PlexicaException refused(String message) {
        return PlexicaException.validation(new FieldError("/" + HEADER, message));
    }

    /** Each part with its length, so that no two lists of parts are alike. */
    private static byte[] digest(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }
}
