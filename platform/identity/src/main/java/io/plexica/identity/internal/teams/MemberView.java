package io.plexica.identity.internal.teams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of a team, as the API shows one. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MemberView(
        UUID userId,
        TeamRole role,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        Instant createdAt,
        Instant updatedAt) {

    /** The shape of a member. */
    public static MemberView of(Member member) {
        return new MemberView(
                member.userId(),
                member.role(),
                member.email(),
                member.firstName(),
                member.lastName(),
                member.createdAt(),
                member.updatedAt());
    }
}
