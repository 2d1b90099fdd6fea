package io.plexica.tenancy.internal.workspaces;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.tenancy.internal.MergePatch;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace as REST, the shell and the audit log show it. */
public record WorkspaceJson(
        UUID id,
        String slug,
        String name,
        @Nullable String description,
        JsonNode settings,
        @JsonProperty("default") boolean isDefault,
        Instant createdAt,
        Instant updatedAt) {

    /** The shape of a row. */
    public static WorkspaceJson of(WorkspaceRow row) {
        return new WorkspaceJson(
                row.id(),
                row.slug(),
                row.name(),
                row.description(),
                MergePatch.read(row.settings()),
                row.isDefault(),
                row.createdAt(),
                row.updatedAt());
    }
}
