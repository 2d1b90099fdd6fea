package io.plexica.notifications.internal.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.authorization.Verdict;
import io.plexica.spi.context.ExecutionContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may do, as {@code /auth/me} says it; what their policies close is left out where a key says it by name.
 *
 * @param roles names of the roles held
 * @param permissions the keys held, wildcards among them
 * @param workspace where the reader is; null outside one
 * @param workspaceRole what the reader may at most do there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RightsView(
        List<String> roles,
        List<String> permissions,
        @Nullable UUID workspace,
        @Nullable String workspaceRole) {

    static RightsView of(ExecutionContext reader) {
        Grants grants = reader.grants();
        Set<String> open = new TreeSet<>();
        for (String key : grants.keys()) {
            if (key.contains("*") || grants.decide(key, reader.remoteAddress()) != Verdict.DENY) {
                open.add(key);
            }
        }
        return new RightsView(
                grants.roles().stream().sorted().toList(),
                List.copyOf(open),
                reader.workspace() == null ? null : reader.workspace().id(),
                reader.workspaceRole() == null ? null : reader.workspaceRole().name());
    }
}
