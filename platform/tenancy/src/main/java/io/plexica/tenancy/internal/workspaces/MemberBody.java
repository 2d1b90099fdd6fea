package io.plexica.tenancy.internal.workspaces;

import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.web.Checks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is to become a member: a user of the tenant, by id or by address.
 *
 * @param role MEMBER unless given
 */
public record MemberBody(
        @Nullable UUID userId,
        @Nullable String email,
        @Nullable WorkspaceRole role) {

    MemberBody checked() {
        Checks checks = new Checks();
        if (userId == null && email == null) {
            checks.wrong("/userId", "is required, or the address of a user in /email");
        }
        if (userId != null && email != null) {
            checks.wrong("/email", "must be left out when /userId says who is meant");
        }
        checks.done();
        return this;
    }

    WorkspaceRole roleOrMember() {
        return role == null ? WorkspaceRole.MEMBER : role;
    }
}
