package io.plexica.spi.identity;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The identity server, as the identity room uses it. A realm is {@code tenant-<slug>} or {@link #PLATFORM_REALM}. Safe for
 * all threads. Calls to the server block, at most for the configured time-out, and throw
 * {@link io.plexica.api.problem.PlexicaException} {@code unavailable} when it does not answer.
 */
@ConsumerType
public interface IdentityProvider {

    /** The realm of the super admins. */
    String PLATFORM_REALM = "plexica";

    /** The realm of a tenant. */
    static String realm(String tenantSlug) {
        return "tenant-" + tenantSlug;
    }

    /** The issuer that tokens of a realm carry. No call to the server. */
    String issuer(String realm);

    /**
     * The realm whose tokens carry an issuer; empty for an issuer that is not of this server, or not written exactly as
     * {@link #issuer} writes it. No call to the server.
     */
    Optional<String> realmOf(String issuer);

    /** Where the platform fetches the realm's keys. No call to the server. */
    URI keys(String realm);

    /**
     * Exchanges a name and password for tokens.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated}, the same for a wrong user, a wrong password,
     *     a disabled realm and a realm that does not exist
     */
    Tokens login(String realm, String username, String password);

    /**
     * Exchanges a refresh token for new tokens.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} when it is not, or no longer, valid
     */
    Tokens refresh(String realm, String refreshToken);

    /** Ends the session of a refresh token; no error when there is none. */
    void logout(String realm, String refreshToken);

    /**
     * Creates a user, or finds the one with this address.
     *
     * @param password null for none: the user sets one by the server's own mail
     * @return the user's id
     */
    UUID createUser(
            String realm,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password,
            boolean admin);

    /** Lets a realm's users sign in, or not; with false also ends all their sessions. */
    void setEnabled(String realm, boolean enabled);

    /**
     * Tokens of a sign-in.
     *
     * @param expiresIn seconds until the access token expires
     */
    record Tokens(String accessToken, String refreshToken, long expiresIn) {

        @Override
        public String toString() {
            return "Tokens[expiresIn=" + expiresIn + "]";
        }
    }
}
