package io.plexica.spi.authorization;

import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Roles and the rights they give. Safe for all threads. */
@ProviderType
public interface Authorization {

    /**
     * What somebody may do. Answered from memory once known; a change of roles shows within a second. A super admin holds
     * every {@code core:} permission and no plugin's, with or without a tenant; anybody else has none without a tenant.
     */
    Grants grants(@Nullable Tenant tenant, Principal principal);

    /**
     * Gives a user exactly these roles, in the current unit of work.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} naming roles that the tenant does not have
     */
    void assignRoles(String tenantSlug, UUID userId, Set<String> roles);
}
