package io.plexica.tenancy.internal.workspaces;

import io.plexica.api.context.WorkspaceInfo;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as the table has it.
 *
 * @param settings JSON text, an object
 * @param isDefault whether everybody is its member, and works there who names none
 * @param version grows with every change
 */
public record WorkspaceRow(
        UUID id,
        String slug,
        String name,
        @Nullable String description,
        String settings,
        boolean isDefault,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** With what people may edit. */
    WorkspaceRow with(String newName, @Nullable String newDescription, String newSettings) {
        return new WorkspaceRow(
                id, slug, newName, newDescription, newSettings, isDefault, version, createdAt, updatedAt);
    }

    /** What other rooms see of it. */
    WorkspaceInfo info() {
        return new WorkspaceInfo(id, slug, name);
    }

    /** What policies read of it. */
    Map<String, Object> attributes() {
        return Map.of("id", id, "slug", slug, "name", name, "default", isDefault);
    }
}
