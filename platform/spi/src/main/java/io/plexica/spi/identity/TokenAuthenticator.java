package io.plexica.spi.identity;

import io.plexica.spi.tenancy.Tenant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Verifies access tokens. Safe for all threads; a token seen before is answered from memory. */
@ProviderType
public interface TokenAuthenticator {

    /**
     * Verifies a token and finds who it belongs to; mirrors the user in the tenant at first sight.
     *
     * @param token the compact form, without {@code Bearer}
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} when it is not valid, {@code unavailable} when
     *     it cannot be told at the moment
     */
    Identity authenticate(String token);

    /**
     * Who a token belongs to.
     *
     * @param tenant the tenant of the token's realm or key in its present status; null for a super admin and for a machine
     *     of the platform's own
     * @param scope the permission keys of a machine's token, which has no roles; null for people
     */
    record Identity(
            Principal principal,
            @Nullable Tenant tenant,
            @Nullable Set<String> scope) {

        /** A person. */
        public Identity(Principal principal, @Nullable Tenant tenant) {
            this(principal, tenant, null);
        }
    }
}
