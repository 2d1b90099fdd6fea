package io.plexica.tenancy.internal.workspaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.tenancy.WorkspaceRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as REST and the shell show one.
 *
 * @param email left out for callers who may not see people
 * @param createdAt since when; null for those who are members of the default workspace like everybody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberJson(
        UUID userId,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        WorkspaceRole role,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static MemberJson of(MemberRow row, @Nullable UserSummary user) {
        return new MemberJson(
                row.userId(),
                user == null ? null : user.email(),
                user == null ? null : user.firstName(),
                user == null ? null : user.lastName(),
                row.role(),
                row.createdAt(),
                row.updatedAt());
    }

    /** A user in the default workspace. */
    static MemberJson ofDefault(UserSummary user, @Nullable MemberRow row) {
        return row != null
                ? of(row, user)
                : new MemberJson(
                        user.id(), user.email(), user.firstName(), user.lastName(), WorkspaceRole.MEMBER, null, null);
    }

    /** Without what says who it is. */
    MemberJson anonymous() {
        return new MemberJson(userId, null, null, null, role, createdAt, updatedAt);
    }
}
