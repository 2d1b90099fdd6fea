package io.plexica.spi.authorization;

import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Roles, policies and the rights they give. Safe for all threads. */
@ProviderType
public interface Authorization {

    /** The system role that may do everything in its tenant. */
    String ADMIN = "admin";

    /**
     * What somebody's own roles give, in no workspace: neither capped nor widened by one. Answered from memory once known;
     * a change shows on every node within a second. A super admin holds every {@code core:} permission and no plugin's,
     * with or without a tenant; anybody else has none without a tenant.
     */
    Grants grants(@Nullable Tenant tenant, Principal principal);

    /**
     * What somebody may do in a workspace: their own roles and those of their teams there, capped by the workspace role,
     * narrowed by the tenant's policies. Answered from memory likewise.
     */
    Grants grants(Tenant tenant, Principal principal, Membership membership);

    /**
     * What a machine may do that was given these keys; policies apply to it too.
     *
     * @param tenant null for the platform
     */
    Grants scoped(@Nullable Tenant tenant, Principal principal, Set<String> keys);

    /**
     * Gives a user exactly these roles, in the current unit of work. The caller may give only roles whose every permission
     * the caller holds; a context without a principal, and {@link Principal#SYSTEM}, may give all.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} naming roles that the tenant does not have,
     *     {@code permission-denied} with what the caller lacks, {@code conflict} ({@code last-admin})
     */
    void assignRoles(String tenantSlug, UUID userId, Set<String> roles);

    /** Gives a team exactly these roles, in the current unit of work, under the same rules as {@link #assignRoles}. */
    void assignTeamRoles(String tenantSlug, UUID teamId, Set<String> roles);

    /** The names of the roles that these users hold themselves; nobody missing from the map. Joins the unit of work. */
    Map<UUID, Set<String>> rolesOf(String tenantSlug, Collection<UUID> users);

    /** The names of the roles that these teams carry. Joins the unit of work. */
    Map<UUID, Set<String>> rolesOfTeams(String tenantSlug, Collection<UUID> teams);

    /**
     * Demands that the tenant keeps an ACTIVE admin when somebody goes, or is suspended. Waits for others who ask the same,
     * so that two admins cannot remove each other at once. Joins the current unit of work, which must be open.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code conflict} ({@code last-admin})
     */
    void requireAnotherAdmin(String tenantSlug, UUID leaving);

    /**
     * Demands that the caller holds all that somebody is about to be given: nobody grants what they do not have. A context
     * without a principal, {@link Principal#SYSTEM} and super admins, who administer tenants, may give all.
     *
     * @param keys permission keys and patterns
     * @throws io.plexica.api.problem.PlexicaException {@code permission-denied} with what the caller lacks
     */
    void requireMayGrant(Collection<String> keys);

    /**
     * {@link #requireMayGrant} for all that roles of a tenant give. Joins the unit of work.
     *
     * @throws io.plexica.api.problem.PlexicaException also {@code validation-failed} naming roles that the tenant does not
     *     have, at {@code /roles}
     */
    void requireMayGive(String tenantSlug, Set<String> roles);

    /** The users who hold a role themselves; nobody for a role that the tenant does not have. Joins the unit of work. */
    Set<UUID> holders(String tenantSlug, String role);

    /**
     * The users to whom their roles, or those of their teams, give a permission somewhere in the tenant. Policies and
     * workspace roles, which narrow it, are not asked. Joins the unit of work.
     */
    default Set<UUID> peopleWith(String tenantSlug, String permission) {
        return Set.of();
    }
}
