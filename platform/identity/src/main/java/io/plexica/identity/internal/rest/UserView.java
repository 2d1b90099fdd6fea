package io.plexica.identity.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.identity.internal.users.Person;
import io.plexica.spi.identity.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user, or a super admin, as the API shows one.
 *
 * @param roles names of the roles held; null for super admins, who hold none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserView(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        UserStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> roles,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        Instant updatedAt) {

    public static UserView of(Person person, @Nullable Set<String> roles) {
        return new UserView(
                person.id(),
                person.email(),
                person.firstName(),
                person.lastName(),
                person.status(),
                roles == null ? null : roles.stream().sorted().toList(),
                person.lastSeenAt(),
                person.createdAt(),
                person.updatedAt());
    }
}
