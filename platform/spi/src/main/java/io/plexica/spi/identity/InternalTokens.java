package io.plexica.spi.identity;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tokens of the platform's own, by which a call that it passes on says on whose behalf it comes. They live for a minute, name
 * tenant, workspace, user and permissions, and are checked by anybody with the public keys at {@code /api/v1/auth/keys}; the
 * platform itself takes one whose audience is {@code plexica-api}. Safe for all threads.
 */
@ProviderType
public interface InternalTokens {

    /**
     * Issues a token for the work of the calling thread. The platform takes it for the same person, with the rights that
     * person has in the tenant at that moment, or for the same machine, with the permissions in the token; it makes nobody a
     * super admin. Blocks for a moment when a new key has to be made, a few times a day.
     *
     * @param audience who shall believe it, such as {@code plugin:crm} or {@code plexica-api}
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} where the thread works for nobody
     */
    String issue(String... audience);
}
