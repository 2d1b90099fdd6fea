package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.WorkspaceRole;
import org.jspecify.annotations.Nullable;

/** The role that a member is to have. */
public record RoleBody(@Nullable WorkspaceRole role) {

    static WorkspaceRole required(@Nullable RoleBody body) {
        if (body == null || body.role() == null) {
            throw PlexicaException.validation(new FieldError("/role", "is required: ADMIN, MEMBER or VIEWER"));
        }
        return body.role();
    }
}
