package io.plexica.spi.tenancy;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.PlexicaException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The workspaces of tenants, as other rooms see them. Safe for all threads. */
@ProviderType
public interface Workspaces {

    /**
     * The workspaces that a user is a member of, the default one first. Everybody is a member of the default one, as MEMBER
     * unless somebody decided otherwise. Joins the current unit of work.
     */
    List<Membership> of(String tenantSlug, UUID userId);

    /**
     * In which workspace a call works, and with what role. Answered from memory once known; a change shows on every node
     * within a second.
     *
     * @param wanted the workspace that the call names; null for the default one
     * @param everywhere whether the caller may enter every workspace, as tenant admins and super admins do, with the role
     *     ADMIN
     * @throws io.plexica.api.problem.PlexicaException {@code workspace-not-member} when there is no such workspace or the
     *     user is not its member: the two look alike
     */
    Membership enter(String tenantSlug, UUID userId, @Nullable UUID wanted, boolean everywhere);

    /** All workspaces of a tenant, the default one first. Joins the current unit of work. */
    List<WorkspaceInfo> all(String tenantSlug);

    /**
     * The users who were made members of a workspace; nobody where there is no such workspace. Of the default one everybody
     * else is a member too. Joins the current unit of work.
     */
    default Set<UUID> members(String tenantSlug, UUID workspaceId) {
        return Set.of();
    }

    /**
     * Whether somebody is a member of a workspace, kept so until the unit of work ends: for what goes when they leave. Locks the
     * workspace against its members' going, so it is asked before rows of one's own are locked. Joins the current unit of work.
     */
    boolean holdMember(String tenantSlug, UUID workspaceId, UUID userId);

    /**
     * Makes a user of the tenant a member, or does nothing for who is one already. The caller needs the right to manage the
     * workspace's members; a context without a principal, and {@code Principal.SYSTEM}, need none. Joins the current unit of
     * work.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed} at {@code /workspaceId} when there is no such
     *     workspace for the caller, {@code permission-denied}
     */
    void addMember(String tenantSlug, UUID workspaceId, UUID userId, WorkspaceRole role);

    /**
     * A workspace that the caller may see: with {@code core:workspaces:read}, or as its member. Joins the current unit of work.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code not-found} when there is none, or none that the caller may see
     */
    default WorkspaceInfo requireSight(String tenantSlug, UUID workspaceId) {
        throw PlexicaException.notFound("There is no such workspace");
    }

    /**
     * A workspace that the caller may change: with {@code core:workspaces:write}, or as its ADMIN. Joins the current unit of
     * work.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code not-found} as above, {@code permission-denied}
     */
    default WorkspaceInfo requireCare(String tenantSlug, UUID workspaceId) {
        throw PlexicaException.notFound("There is no such workspace");
    }

    /** A workspace and what the user may at most do there. */
    record Membership(WorkspaceInfo workspace, WorkspaceRole role) {}
}
