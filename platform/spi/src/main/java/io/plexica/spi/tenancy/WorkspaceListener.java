package io.plexica.spi.tenancy;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes part in the removal of workspaces and members: register it as a service. Called in the unit of work of the removal,
 * on its thread; what it throws undoes the removal.
 */
@ConsumerType
public interface WorkspaceListener {

    /**
     * What of this room's would be lost with a workspace. As long as anybody names something, the workspace is removed only
     * for callers who insist.
     *
     * @return words for people, such as {@code crm.contacts: 12 rows}; empty when nothing would be lost
     */
    default List<String> dependants(String tenantSlug, UUID workspaceId) {
        return List.of();
    }

    /** A workspace is about to be removed; take away what is kept of it. */
    void removed(String tenantSlug, UUID workspaceId);

    /** A user is about to be taken out of a workspace, which stays. */
    default void memberRemoved(String tenantSlug, UUID workspaceId, UUID userId) {}
}
