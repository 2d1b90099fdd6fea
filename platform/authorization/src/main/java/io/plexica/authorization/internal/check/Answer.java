package io.plexica.authorization.internal.check;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no, and why.
 *
 * @param reason what decided: {@code role}, {@code workspace-role} or {@code policy}
 * @param role a role that grants it; null when none does
 * @param policy the policy that decided
 * @param condition what settled that policy, in the form in which policies are written
 * @param grants every way by which the permission came
 * @param remedies what would make it a yes, each by itself
 * @param explanation all of it in a few sentences
 */
public record Answer(
        boolean allowed,
        String reason,
        @Nullable String role,
        @Nullable PolicyName policy,
        @Nullable Map<String, Object> condition,
        List<Way> grants,
        List<Remedy> remedies,
        String explanation) {

    /** Which policy. */
    public record PolicyName(UUID id, String name) {}

    /**
     * A way by which a permission comes.
     *
     * @param via {@code user} for a role of one's own, {@code team} for one of a team's
     * @param team the team's name; null for {@code user}
     * @param key the key or pattern that covers it
     */
    public record Way(String role, String via, @Nullable String team, String key) {}

    /**
     * What would make it a yes.
     *
     * @param people how many people that would touch
     */
    public record Remedy(String action, long people) {}
}
