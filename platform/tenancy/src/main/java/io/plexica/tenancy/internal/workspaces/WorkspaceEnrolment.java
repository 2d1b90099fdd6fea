package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.util.UUID;

/** Takes users into workspaces on behalf of other rooms, such as those who are invited. */
record WorkspaceEnrolment(Changes changes, WorkspaceRights rights) {

    void add(String tenant, UUID id, UUID user, WorkspaceRole role) {
        changes.make(tenant, MemberService.ADDED, id.toString(), () -> {
            WorkspaceRow workspace = allowed(tenant, id);
            if (workspace.isDefault() && role == WorkspaceRole.MEMBER) {
                return workspace;
            }
            boolean added = changes.read(tenant, connection -> MemberStore.insert(connection, id, user, role))
                    .isPresent();
            if (added) {
                changes.record(tenant, MemberService.ADDED, id, null, MemberService.state(user, role));
            }
            return workspace;
        });
    }

    private WorkspaceRow allowed(String tenant, UUID id) {
        try {
            WorkspaceRow workspace = changes.lock(tenant, id);
            if (!isPlatform()) {
                rights.requireCare(tenant, workspace);
            }
            return workspace;
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                throw PlexicaException.validation(new FieldError("/workspaceId", "is no workspace of this tenant"));
            }
            throw e;
        }
    }

    private static boolean isPlatform() {
        ExecutionContext context = Contexts.find();
        return context == null
                || context.principal() == null
                || context.principal().equals(Principal.SYSTEM);
    }
}
