package io.plexica.plugins.internal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that was decided about a plugin in a tenant.
 *
 * @param tenant by the tenant itself
 * @param workspaces by its workspaces, those that decided anything
 */
public record Levels(Level tenant, Map<UUID, Level> workspaces) {

    /** Where nothing was ever decided. */
    public static final Levels UNDECIDED = new Levels(Level.undecided(null), Map.of());

    public Levels {
        workspaces = Map.copyOf(workspaces);
    }

    /** What was found in the table. */
    static Levels of(Collection<Level> found) {
        Level tenant = Level.undecided(null);
        Map<UUID, Level> workspaces = new HashMap<>();
        for (Level level : found) {
            if (level.workspace() == null) {
                tenant = level;
            } else {
                workspaces.put(level.workspace(), level);
            }
        }
        return found.isEmpty() ? UNDECIDED : new Levels(tenant, workspaces);
    }

    /** What was decided in a workspace, or by the tenant itself. */
    public Level at(@Nullable UUID workspace) {
        return workspace == null ? tenant : workspaces.getOrDefault(workspace, Level.undecided(workspace));
    }

    /** The same with another decision. */
    public Levels with(Level level) {
        if (level.workspace() == null) {
            return new Levels(level, workspaces);
        }
        Map<UUID, Level> more = new HashMap<>(workspaces);
        more.put(level.workspace(), level);
        return new Levels(tenant, more);
    }
}
