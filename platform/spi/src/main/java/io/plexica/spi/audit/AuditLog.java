package io.plexica.spi.audit;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The audit log as core services write it. Actor, tenant, address and trace come from the context. Safe for all threads. */
@ProviderType
public interface AuditLog {

    /**
     * Records a change in the current unit of work: the row commits with the change or not at all.
     *
     * @param tenantSlug the tenant it concerns; null for the platform
     * @param action such as {@code core.tenant.created}
     * @param before JSON-serialisable state before; null for a creation
     * @param after state after; null for a deletion
     */
    void record(
            @Nullable String tenantSlug,
            String action,
            String resourceType,
            String resourceId,
            @Nullable Object before,
            @Nullable Object after);

    /** Records an attempt that was refused or failed; commits on its own. Never throws: what fails here goes to the log. */
    void recordFailure(
            @Nullable String tenantSlug, String action, String resourceType, String resourceId, String reason);
}
