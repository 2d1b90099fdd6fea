package io.plexica.spi.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The users of tenants. */
@ProviderType
public interface Users {

    /**
     * Creates a user in the identity server and the tenant, with roles; finds and completes one that exists. Blocks.
     *
     * @param password null for none
     * @return the user's id
     */
    UUID create(
            String tenantSlug,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password,
            Set<String> roles);

    /** Creates a super admin, or finds the one with this address. Blocks. */
    UUID createSuperAdmin(String email, String password);
}
