package io.plexica.identity.internal.teams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as the API shows one. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TeamView(
        UUID id,
        UUID workspaceId,
        String name,
        @Nullable String description,
        List<String> roles,
        Instant createdAt,
        Instant updatedAt) {

    static TeamView of(Team team, Set<String> roles) {
        return new TeamView(
                team.id(),
                team.workspaceId(),
                team.name(),
                team.description(),
                roles.stream().sorted().toList(),
                team.createdAt(),
                team.updatedAt());
    }
}
