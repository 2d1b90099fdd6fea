package io.plexica.audit.internal.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log as REST and the shell show it.
 *
 * @param tenant the tenant it concerns; null for the platform's own
 * @param plugin whose code did it; null for the platform
 * @param outcome SUCCESS or FAILURE
 * @param reason why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable String tenant,
        @Nullable Actor actor,
        String action,
        String resourceType,
        String resourceId,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        String outcome,
        @Nullable String reason,
        @Nullable String plugin,
        @Nullable String ip,
        @Nullable String traceId) {

    /** Who did it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Actor(@Nullable UUID id, @Nullable String email, boolean superAdmin) {}
}
