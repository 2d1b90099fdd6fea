package io.plexica.spi.identity;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.net.URI;
import java.util.Map;
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
     * Creates a user, or finds the one with this address, who then stays as they are.
     *
     * @param password null for none: the user cannot sign in before one is set
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} when the server does not take a value
     */
    Created createUser(String realm, UserState wanted, @Nullable String password);

    /**
     * Creates users with ids that they have already, none of them with a password: they come from elsewhere.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code conflict} ({@code user-taken}) when there is somebody with such an
     *     id or address; some of the others may be there then
     */
    default void importUsers(String realm, Map<UUID, UserState> users) {
        throw new PlexicaException(ErrorCode.UNAVAILABLE, "The identity server takes no users from elsewhere");
    }

    /**
     * Makes a user as wanted, whatever they are now; a user who may not sign in also loses all sessions.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code not-found} when there is no such user, {@code conflict}
     *     ({@code user-taken}) when the address is another's, {@code validation-failed} when the server does not take a value
     */
    void updateUser(String realm, UUID user, UserState wanted);

    /**
     * Gives a user a password for good.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code not-found} when there is no such user, {@code validation-failed}
     *     when the server does not take it
     */
    void setPassword(String realm, UUID user, String password);

    /** Ends all sessions of a user; no error when there is none. */
    void endSessions(String realm, UUID user);

    /** Removes a user with all sessions; no error when there is none. */
    void deleteUser(String realm, UUID user);

    /** Lets a realm's users sign in, or not; with false also ends all their sessions. */
    void setEnabled(String realm, boolean enabled);

    /** Shows people who sign in this name, as text, for a realm's. */
    default void setName(String realm, String name) {}

    /**
     * What the server shall know of a user.
     *
     * @param email the address, which is also the user name
     * @param firstName null for none
     * @param lastName null for none
     * @param enabled whether the user may sign in
     * @param admin whether the user administers the tenant, the realm role {@code tenant_admin}
     */
    record UserState(
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            boolean enabled,
            boolean admin) {}

    /**
     * What came of a creation.
     *
     * @param id the user's id
     * @param isNew whether there was nobody with the address before
     */
    record Created(UUID id, boolean isNew) {}

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
