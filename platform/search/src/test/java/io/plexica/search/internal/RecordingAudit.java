package io.plexica.search.internal;

import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.context.Contexts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what was recorded. */
final class RecordingAudit implements AuditLog {

    final List<String> rows = new CopyOnWriteArrayList<>();

    @Override
    public void record(
            @Nullable String tenantSlug,
            String action,
            String resourceType,
            String resourceId,
            @Nullable Object before,
            @Nullable Object after) {
        rows.add(tenantSlug + " " + action + " " + resourceId + " from "
                + Contexts.require().remoteAddress());
    }

    @Override
    public void recordFailure(
            @Nullable String tenantSlug, String action, String resourceType, String resourceId, String reason) {
        rows.add(tenantSlug + " " + action + " " + resourceId + " failed: " + reason);
    }
}
