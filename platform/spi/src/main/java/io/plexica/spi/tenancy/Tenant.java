package io.plexica.spi.tenancy;

import io.plexica.api.context.TenantInfo;
import java.time.Instant;
import java.util.UUID;

/**
 * A tenant as core services know it; an immutable snapshot.
 *
 * @param id stable identifier
 * @param slug immutable short name
 * @param name the name people see
 * @param status where it is in its life
 * @param plan its plan
 * @param tokensNotBefore tokens issued before this moment are dead
 */
public record Tenant(UUID id, String slug, String name, TenantStatus status, String plan, Instant tokensNotBefore) {

    /** Whether its users, events and jobs are served. */
    public boolean isActive() {
        return status == TenantStatus.ACTIVE;
    }

    /** What plugins see of it. */
    public TenantInfo info() {
        return new TenantInfo(id, slug, name, plan);
    }
}
