package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** How changes of workspaces and members are made: in one unit of work, recorded, and told to all nodes. */
record Changes(Database database, AuditLog audit, MembershipCache places) {

    private static final String RESOURCE = "workspace";

    <T> T read(String tenant, SqlWork<T> work) {
        return database.tenant(tenant, work);
    }

    /** Makes a change; what the present state forbids goes on record. */
    <T> T make(String tenant, String action, String resourceId, Callable<T> work) {
        try {
            return database.together(work);
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.CONFLICT) {
                audit.recordFailure(tenant, action, RESOURCE, resourceId, e.detail());
            }
            throw e;
        }
    }

    /** A workspace, kept from others' changes until the unit of work ends. */
    WorkspaceRow lock(String tenant, UUID id) {
        return read(tenant, connection -> WorkspaceStore.lock(connection, id)).orElseThrow(Changes::notFound);
    }

    /** Records a change in the unit of work that is open. */
    void record(String tenant, String action, UUID workspace, @Nullable Object before, @Nullable Object after) {
        audit.record(tenant, action, RESOURCE, workspace.toString(), before, after);
        places.change(tenant);
    }

    static PlexicaException notFound() {
        return PlexicaException.notFound("There is no such workspace");
    }
}
