package io.plexica.identity.internal.teams;

import static java.util.Objects.requireNonNull;

import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of calls about the members of a team. */
public final class MemberBodies {

    private static final List<String> ROLES = List.of(TeamRole.ADMIN.name(), TeamRole.MEMBER.name());

    private MemberBodies() {}

    /** {@code POST /teams/{id}/members}; without a role, MEMBER. */
    public record Joining(@Nullable UUID userId, @Nullable String role) {

        UUID checked() {
            Checks checks = new Checks().unless(userId != null, "/userId", "is required");
            if (role != null) {
                checks.oneOf("/role", role, ROLES);
            }
            checks.done();
            return requireNonNull(userId);
        }

        TeamRole roleOrMember() {
            return role == null ? TeamRole.MEMBER : TeamRole.valueOf(role);
        }
    }

    /** {@code PUT} and {@code PATCH /teams/{id}/members/{userId}}: the role, and what else there is as it was read. */
    public record Change(
            @Nullable String role,
            @Nullable UUID userId,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {

        /** A role alone. */
        public Change(@Nullable String role) {
            this(role, null, null, null, null, null, null);
        }

        TeamRole checked(Member present) {
            new Checks()
                    .oneOf("/role", role, ROLES)
                    .unchanged("/userId", userId, present.userId())
                    .unchanged("/email", email, present.email())
                    .unchanged("/firstName", firstName, present.firstName())
                    .unchanged("/lastName", lastName, present.lastName())
                    .unchanged("/createdAt", createdAt, present.createdAt())
                    .done();
            return TeamRole.valueOf(String.valueOf(role));
        }
    }
}
