package io.plexica.plugins.internal.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.plugins.internal.configuration.LevelDecisions.Decided;
import io.plexica.plugins.internal.store.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plugin in a workspace. No secret is in it.
 *
 * @param enabled whether it is on there, as far as it is in the tenant
 * @param configuration the settings of the workspace itself
 * @param secrets names of the secrets that the workspace itself has set
 * @param enabledFeatures features that are switched on there
 * @param disabledFeatures features that are switched off there
 * @param version grows with every change
 * @param changedAt when it was changed last
 * @param changedBy by whom
 * @param changedByEmail their address
 */
public record WorkspacePlugin(
        boolean enabled,
        ObjectNode configuration,
        List<String> secrets,
        List<String> enabledFeatures,
        List<String> disabledFeatures,
        long version,
        @Nullable Instant changedAt,
        @Nullable UUID changedBy,
        @Nullable String changedByEmail) {

    static WorkspacePlugin of(Decided decided, UUID workspace) {
        List<String> hidden = decided.manifest().configuration().secrets();
        Level level = decided.levels().at(workspace);
        ObjectNode values = level.values().deepCopy();
        return new WorkspacePlugin(
                level.enabled(),
                values.remove(hidden),
                hidden.stream().filter(level.secrets()::containsKey).sorted().toList(),
                level.enabledFeatures().stream().sorted().toList(),
                level.disabledFeatures().stream().sorted().toList(),
                level.version(),
                level.changedAt(),
                level.changedBy(),
                level.changedByEmail());
    }
}
