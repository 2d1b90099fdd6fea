package io.plexica.spi.identity;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param password null for an invitation by mail
     * @return the user's id
     */
    UUID create(
            String tenantSlug,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password,
            Set<String> roles);

    /** One user of a tenant. Joins the current unit of work. */
    Optional<UserSummary> find(String tenantSlug, UUID id);

    /** The same, kept from being removed until the unit of work ends: for rows that refer to somebody without a foreign key. */
    Optional<UserSummary> hold(String tenantSlug, UUID id);

    /** The users with these ids, in no order; who does not exist is left out. Joins the current unit of work. */
    List<UserSummary> find(String tenantSlug, Collection<UUID> ids);

    /** The user of a tenant with this address, whatever its case. Joins the current unit of work. */
    Optional<UserSummary> byEmail(String tenantSlug, String email);

    /**
     * All users of a tenant, page by page: sorted by {@code email}, {@code firstName}, {@code lastName}, {@code status},
     * {@code createdAt}, {@code updatedAt} or {@code lastSeenAt}; {@code q} looks at addresses and names. Joins the current
     * unit of work.
     */
    Page<UserSummary> list(String tenantSlug, PageQuery paging);

    /**
     * The users whose address or name holds a text, all of them and in no order; everybody for an empty one. Joins the
     * current unit of work.
     */
    List<UserSummary> search(String tenantSlug, String text);

    /**
     * What these users have chosen for themselves, as JSON texts, objects; who does not exist is left out. Joins the current
     * unit of work.
     */
    default Map<UUID, String> preferences(String tenantSlug, Collection<UUID> ids) {
        return Map.of();
    }

    /** Creates a super admin, or finds the one with this address. Blocks. */
    UUID createSuperAdmin(String email, String password);
}
