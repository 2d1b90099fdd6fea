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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call that carries a key: which call it is, and what it asks for.
 *
 * @param call digest of caller, tenant, route and key
 * @param tenant the slug of the tenant that the route names, else of that in which the call works; null for none
 * @param digest digest of everything that the answer depends on
 */
public record KeyedCall(byte[] call, @Nullable String tenant, byte[] digest) {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;
    private static final Pattern TENANT_PATH = Pattern.compile("/api/v1/tenants/([^/?#]+)");

    /** The caller's own tenant, as paths write it. */
    private static final String CURRENT = "current";

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
                about(route, tenant == null ? null : slug),
                digest(
                        String.valueOf(workspace),
                        String.valueOf(query),
                        java.util.HexFormat.of().formatHex(body)));
    }

    /** The tenant that an answer tells of and goes with: where it says what was made, that of the location. */
    @Nullable
    String about(KeptAnswer answer) {
        return answer.location() == null ? tenant : about(answer.location(), tenant);
    }

    private static @Nullable String about(String path, @Nullable String otherwise) {
        Matcher named = TENANT_PATH.matcher(path);
        return named.find() && !named.group(1).equals(CURRENT) ? named.group(1) : otherwise;
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
