package io.plexica.identity.internal.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a team.
 *
 * @param workspaceId never changes; may be left out where the team exists
 * @param id like what follows no more than what was read
 */
public record TeamBody(
        @Nullable UUID workspaceId,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<@Nullable String> roles,
        @Nullable UUID id,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int MOST_ROLES = 100;
    private static final Set<String> POSSIBLE = Set.of("name", "description", "roles");

    /** What can be said of a team. */
    public TeamBody(
            @Nullable UUID workspaceId,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<@Nullable String> roles) {
        this(workspaceId, name, description, roles, null, null, null);
    }

    /**
     * Notes all that is wrong with the values themselves.
     *
     * @param present the team as it is; null for a new one
     */
    Checks check(@Nullable Team present) {
        Checks checks = new Checks()
                .name("/name", name, present == null ? null : present.name())
                .text("/description", description, LONGEST_DESCRIPTION);
        if (roles != null) {
            checks.unless(roles.size() <= MOST_ROLES, "/roles", "must not be more than " + MOST_ROLES);
            for (int i = 0; i < Math.min(roles.size(), MOST_ROLES); i++) {
                String role = roles.get(i);
                checks.unless(role != null && !role.isBlank(), "/roles/" + i, "must be the name of a role");
            }
        }
        return checks.unchanged("/id", id, present == null ? null : present.id())
                .unchanged("/createdAt", createdAt, present == null ? null : present.createdAt())
                .unless(
                        updatedAt == null || present != null,
                        "/updatedAt",
                        "is set by the platform and cannot be given");
    }

    String tidyName() {
        if (name == null) {
            throw new IllegalStateException("The values have not been checked");
        }
        return name.strip();
    }

    @Nullable
    String tidyDescription() {
        return description == null || description.isBlank() ? null : description.strip();
    }

    Set<String> roleNames() {
        Set<String> names = new TreeSet<>();
        if (roles != null) {
            roles.forEach(role -> names.add(String.valueOf(role)));
        }
        return names;
    }

    /** What a JSON merge patch makes of a team. */
    static TeamBody patched(Team team, Set<String> roles, @Nullable JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
        }
        Checks checks = new Checks();
        changes.fieldNames().forEachRemaining(member -> form(checks, member, changes.get(member)));
        checks.done();
        return new TeamBody(
                null,
                changes.has("name") ? text(changes.get("name")) : team.name(),
                changes.has("description") ? text(changes.get("description")) : team.description(),
                changes.has("roles") ? texts(changes.get("roles")) : new ArrayList<>(roles));
    }

    private static void form(Checks checks, String member, JsonNode value) {
        String pointer = "/" + member.replace("~", "~0").replace("/", "~1");
        if (!POSSIBLE.contains(member)) {
            checks.wrong(pointer, "cannot be changed; possible: description, name, roles");
        } else if (member.equals("roles")) {
            checks.unless(value.isArray() || value.isNull(), pointer, "must be a list of role names");
        } else {
            checks.unless(value.isTextual() || value.isNull(), pointer, "must be a text");
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }

    private static List<@Nullable String> texts(JsonNode values) {
        List<@Nullable String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(text(value)));
        return texts;
    }
}
