package io.plexica.tenancy.internal.workspaces;

import static java.util.Objects.requireNonNull;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The role that a member is to have, and what else there is of one as it was read. */
public record RoleBody(
        @Nullable WorkspaceRole role,
        @Nullable UUID userId,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** A role alone. */
    public RoleBody(@Nullable WorkspaceRole role) {
        this(role, null, null, null, null, null, null);
    }

    static RoleBody required(@Nullable RoleBody body) {
        if (body == null || body.role() == null) {
            throw PlexicaException.validation(new FieldError("/role", "is required: ADMIN, MEMBER or VIEWER"));
        }
        return body;
    }

    /** The role, once it is sure that nothing else is to change. */
    WorkspaceRole checkedFor(MemberJson present) {
        new Checks()
                .unchanged("/userId", userId, present.userId())
                .unchanged("/email", email, present.email())
                .unchanged("/firstName", firstName, present.firstName())
                .unchanged("/lastName", lastName, present.lastName())
                .unchanged("/createdAt", createdAt, present.createdAt())
                .done();
        return requireNonNull(role);
    }
}
