package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one user may work. Immutable.
 *
 * @param home the default workspace
 * @param all every workspace of theirs, the default one too, by id
 */
record UserMemberships(Membership home, Map<UUID, Membership> all) {

    /**
     * What was found in the tables.
     *
     * @param found the default one first
     */
    static UserMemberships of(List<Membership> found) {
        if (found.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE, "The tenant has no default workspace: it is not completely provisioned");
        }
        return new UserMemberships(
                found.get(0),
                found.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                place -> place.workspace().id(), Function.identity())));
    }

    /** Where a call works that names a workspace, or none. One look-up; allocates nothing. */
    Membership enter(@Nullable UUID wanted) {
        if (wanted == null) {
            return home;
        }
        Membership place = all.get(wanted);
        if (place == null) {
            throw new PlexicaException(
                    ErrorCode.WORKSPACE_NOT_MEMBER,
                    "You are not a member of this workspace: name one of yours in X-Workspace-Id, or none for the"
                            + " default one");
        }
        return place;
    }

    /** Whether this is what almost everybody has: the default workspace alone, as MEMBER. */
    boolean isPlain() {
        return all.size() == 1 && home.role() == WorkspaceRole.MEMBER;
    }
}
